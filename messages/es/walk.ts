import type { walk as english } from '../en/walk';
import type { SameCodes } from '../words';

export const walk: SameCodes<typeof english> = {
  title: 'Primer recorrido',
  count: '{step} de {count}',
  hide: 'Guardar el primer recorrido',
  show: 'Mostrar el primer recorrido',
  steps: {
    book: 'Reservar',
    text: 'Ver el mensaje',
    check_in: 'Registrar la llegada',
    sign: 'Firmar la nota',
    claim: 'Seguir la reclamación',
  },
  standings: { done: 'hecho', now: 'ahora', later: 'después', others: 'de otra persona' },
  says: {
    book: {
      title: 'Reserve una visita',
      text: 'Una visita, desde aquí hasta el dinero. Elija un cliente; lo demás ya está puesto.',
      act: 'Reservar',
    },
    again: {
      title: 'Reserve otra',
      text: 'La visita de {name} ya no tendrá lugar. Con ella no pasa nada más.',
      act: 'Reservar',
    },
    planned: {
      title: 'Sale un mensaje',
      text: 'Kept lo envía a {name} a su hora. «Enviar ahora», en la página de la visita, no espera.',
      act: 'Abrir la visita',
    },
    look: {
      title: 'Lea el mensaje',
      text: 'Llegó a {name}. Abra el enlace como lo haría el cliente y diga que vendrá.',
      act: 'Abrir el buzón de pruebas',
    },
    sent: {
      title: 'El mensaje salió',
      text: 'Mensajes muestra qué recibió {name}, y cuándo.',
      act: 'Abrir Mensajes',
    },
    tooEarly: {
      title: 'Muévala a hoy',
      text: '{name} tiene la visita el {when}. A nadie se le registra medio día antes.',
      act: 'Mover…',
    },
    arrive: {
      title: 'Registre la llegada de {name}',
      text: 'En Hoy: I va a quien sigue, otra vez I registra la llegada. {clinician} lo sabe enseguida.',
      act: 'Abrir Hoy',
    },
    begin: { title: 'Empiece la sesión', text: '{name} espera. En la tarjeta: Empezar, o I.', act: 'Abrir Hoy' },
    end: { title: 'Termine la sesión', text: 'Cuando acabe con {name}: Terminar, o I.', act: 'Abrir Hoy' },
    write: {
      title: 'Escriba y firme la nota',
      text: 'Una frase, un diagnóstico, cuándo empezó y terminó. S firma; desde 16 minutos se cobra.',
      act: 'Abrir la nota',
    },
    note: {
      title: '{clinician} firma la nota',
      text: 'Eso es de quien atendió. Una vez firmada, el cargo aparece aquí solo.',
      act: 'Abrir la visita',
    },
    approve: {
      title: 'Apruebe el cargo',
      text: 'La nota firmada se volvió un cargo. Al aprobarlo entra en los libros y nace la reclamación.',
      act: 'Abrir el cargo',
    },
    send: {
      title: 'Envíe la reclamación',
      text: 'Está lista, o dice qué le falta. En Reclamaciones: S envía lo que está listo.',
      act: 'Abrir Reclamaciones',
    },
    wait: {
      title: 'La aseguradora contesta',
      text: 'Su página dice quién debe qué y hasta cuándo, y se llena sola.',
      act: 'Abrir la reclamación',
    },
  },
  finished: {
    title: 'Ese es todo el camino',
    text: 'Lo que queda lo hacen otros. Lo que sigue está en la página de la visita.',
    all: 'Nada quedó para que alguien lo recordara. ? muestra las teclas.',
    act: 'Terminar',
  },
};
