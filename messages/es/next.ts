import type { next as english } from '../en/next';
import type { SameCodes } from '../words';

export const next: SameCodes<typeof english> = {
  reminder: { sms: 'Recordatorio por texto {when}', email: 'Recordatorio por correo {when}' },
  sending: { sms: 'Ahora sale un texto', email: 'Ahora sale un correo' },
  notice: { sms: 'Un texto avisa de la cancelación', email: 'Un correo avisa de la cancelación' },
  settle: { sms: 'Averiguando si llegó el texto', email: 'Averiguando si llegó el correo' },
  ask: '¿No está a las {when}? Pasa a Tareas',
  sign: '¿Nota sin firmar {when}? Pasa a Tareas',
  decide: '¿Vino el cliente? Alguien lo decide',
  await_decision: 'Espera que el consultorio acepte',
  await_begin: 'Espera que empiece la sesión',
  await_complete: 'Espera que termine la sesión',
  paused: 'Atascado: se pidió a alguien que mire',
  trouble: { refused: 'El último mensaje no llegó. Llame', unknown: 'Quizá el último mensaje no llegó. Llame' },
  tomorrow: 'mañana {time}',
};
