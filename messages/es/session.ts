import type { session as english } from '../en/session';
import type { SameCodes } from '../words';

export const session: SameCodes<typeof english> = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  whichPractice: '¿En qué consulta?',
  signOut: 'Cerrar sesión',
  signOutFailed: 'Su sesión sigue abierta: no se pudo contactar con el servidor.',
  checking: 'Un momento…',
  ended: {
    title: 'Se cerró su sesión',
    idle: 'Nadie usó esta página durante {minutes} minutos. Inicie sesión para seguir donde estaba; no se pierde nada de lo que escribió.',
    elsewhere: 'Su sesión terminó. Inicie sesión para seguir donde estaba; no se pierde nada de lo que escribió.',
    other: 'Iniciar sesión como otra persona',
  },
  warning: {
    title: '¿Sigue ahí?',
    text: 'Su sesión se cerrará en {time}, porque nadie ha usado esta página.',
    stay: 'Seguir con la sesión',
  },
  unreachable: {
    title: 'No se puede contactar con Kept',
    remedy: 'Revise la conexión. Esta página lo intenta de nuevo por sí sola.',
  },
};
