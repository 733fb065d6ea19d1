import type { system as english } from '../en/system';
import type { SameCodes } from '../words';

export const system: SameCodes<typeof english> = {
  title: 'Sistema',
  looked: 'Revisado a las {time}. Se actualiza solo.',
  overall: {
    up: 'Todo funciona.',
    degraded: 'Algunas partes no funcionan como deben.',
    down: 'Kept no puede trabajar en este momento.',
    slow: 'Todas las partes responden, pero hay retraso.',
  },
  parts: {
    postgres: 'Base de datos',
    temporal: 'Pasos programados',
    files: 'Archivos',
    texts: 'Mensajes de texto',
    mail: 'Correo',
    other: '{name}',
  },
  states: { up: 'Funciona', degraded: 'Limitado', down: 'No funciona', not_configured: 'Sin conectar' },
  columns: { part: 'Parte', state: 'Estado', means: 'Qué significa', answer: 'Respondió en' },
  ms: '{ms} ms',
  via: 'por {vendor}',
  means: {
    sandbox: 'La bandeja de pruebas muestra lo que saldría. Nadie lo recibe.',
    up: {
      postgres: 'Se puede trabajar. Todo se guarda.',
      temporal: 'Los recordatorios y demás pasos salen a su hora.',
      files: 'Los documentos se pueden guardar y abrir.',
      texts: 'Hay un proveedor conectado. Lo que no llega aparece en Tareas.',
      mail: 'Hay un proveedor conectado. Lo que no llega aparece en Tareas.',
      other: 'Funciona.',
    },
    down: {
      postgres: 'Nadie puede trabajar. No se guarda nada nuevo; lo guardado está a salvo.',
      temporal: 'Se puede seguir trabajando. Los recordatorios esperan y salen cuando vuelva; los tardíos se omiten.',
      files: 'Los documentos no se pueden guardar ni abrir. Lo demás sigue.',
      texts: 'No sale ningún mensaje de texto. Esperan, y pasan a Tareas si serían tardíos.',
      mail: 'No sale ningún correo. Esperan, y pasan a Tareas si serían tardíos.',
      other: 'Lo que necesita esta parte espera.',
    },
    degraded: {
      texts:
        'El proveedor no reconoce a Kept, o en los últimos 15 minutos rechazó mensajes o no respondió. Lo que no salió espera o está en Tareas.',
      mail: 'El servidor de correo no reconoce a Kept, o en los últimos 15 minutos rechazó correos o no respondió. Lo que no salió espera o está en Tareas.',
    },
    not_configured: {
      postgres: 'Sin conectar.',
      temporal: 'No ocurre ningún paso programado.',
      files: 'No se pueden guardar documentos.',
      texts: 'No se envían mensajes de texto. Hay que llamar a los clientes que cuentan con ellos.',
      mail: 'No se envían correos. Hay que llamar a los clientes que cuentan con ellos.',
      other: 'Sin conectar.',
    },
  },
  late: {
    title: 'Lo que espera',
    waiting: 'Cambios en camino a su proceso',
    parked: 'Cambios abandonados tras veinte intentos',
    oldest: 'El más antiguo espera',
    overdue: 'Pasos que debían ocurrir hace un minuto',
    unplaced: 'Archivos en la cámara que no son de nadie aquí',
    none: 'ninguno',
    seconds: { one: '{count} segundo', other: '{count} segundos' },
    minutes: { one: '{count} minuto', other: '{count} minutos' },
  },
  verdict: {
    calm: 'Los cambios se transmiten de inmediato y cada paso ocurre a su hora.',
    waiting:
      'Los cambios esperan más de lo debido: el proceso de trabajo puede estar caído o atrasado. Los recordatorios pueden retrasarse.',
    parked: 'Algunos cambios se abandonaron. Cada uno está en Tareas, en «Cambios que no se pudieron transmitir».',
    unplaced:
      'Hay archivos en la cámara de compensación que no nombran a ningún consultorio de aquí, o a uno sin acuerdo. Revise los números y los acuerdos del consultorio.',
    overdue:
      'Algunos pasos van con retraso. Los recordatorios pueden retrasarse u omitirse; puede que no se pregunte por clientes ausentes.',
  },
  mode: 'Modo',
  modes: {
    development: 'Desarrollo: los mensajes van a la bandeja de pruebas, nadie los recibe.',
    test: 'Prueba: nada sale de esta máquina.',
    production: 'Producción.',
  },
  stale: 'Sin actualizar: la última revisión falló. Se reintenta cada pocos segundos.',
};
