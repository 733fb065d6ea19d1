import type { myDay as english } from '../en/my-day';
import type { SameCodes } from '../words';

export const myDay: SameCodes<typeof english> = {
  visits: 'Sus visitas de hoy',
  owed: { zero: 'Todas las notas firmadas', one: '{count} nota por firmar', other: '{count} notas por firmar' },
  nobody: 'Aquí están sus citas de hoy, en el orden del día.',
  standing: {
    requested: 'Pedida por el cliente',
    expected: 'Se espera',
    confirmed: 'Se espera, confirmada',
    missing: 'No está',
    here: 'Está aquí',
    hereSince: 'Aquí desde las {time}',
    in_session: 'En sesión',
    sessionSince: 'En sesión desde las {time}',
    checkout: 'En la salida',
    done: 'Terminada',
    missed: 'No vino',
    cancelled: 'Cancelada',
  },
  next: 'Siguiente {when}',
  nextLate: {
    zero: 'Siguiente, ahora',
    one: 'Siguiente, {count} minuto tarde',
    other: 'Siguiente, {count} minutos tarde',
  },
  gap: 'Libre hasta las {until} · {minutes} min',
  until: 'hasta las {until}',
  note: { write: 'Escribir la nota', goOn: 'Terminar y firmar' },
  keys: { act: 'Empezar, terminar o escribir la nota' },
  unsigned: {
    title: 'Notas por firmar',
    none: 'Todas las notas están firmadas.',
    visit: 'visita del {day}',
    overdue: 'vencida desde el {day}',
    all: { one: 'Mostrar {count}', other: 'Mostrar las {count}' },
  },
  work: { title: 'Trabajo para usted', none: 'Nada espera por usted.', all: 'Abrir Trabajo' },
};
