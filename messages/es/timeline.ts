import type { timeline as english } from '../en/timeline';
import type { SameCodes } from '../words';

export const timeline: SameCodes<typeof english> = {
  title: 'Qué pasó',
  empty: 'Nada todavía.',
  more: 'Mostrar lo anterior',
  by: { rule: 'por regla', healed: 'por sí solo', client: 'por el cliente' },
  events: {
    client: {
      registered: 'Registro',
      changed: 'Datos cambiados',
      contact_added: 'Contacto añadido',
      contact_ended: 'Contacto retirado',
      consent_given: 'Dio su consentimiento',
      consent_withdrawn: 'Retiró su consentimiento',
    },
    appointment: {
      booked: 'Cita reservada',
      moved: 'Cita cambiada',
      cancelled: 'Cita cancelada',
      restored: 'Cita recuperada',
      confirmed: 'Cita confirmada',
      missed: 'No vino',
      hurried: 'Mensaje ordenado de inmediato',
    },
    visit: {
      checked_in: 'Llegada registrada',
      seen: 'Llegada vista',
      began: 'Empezó la sesión',
      completed: 'Terminó la sesión',
      left: 'Se fue sin ser atendido',
      checked_out: 'Salida registrada',
    },
    message: {
      sent: 'Mensaje enviado',
      delivered: 'Mensaje entregado',
      refused: 'El mensaje no llegó',
      unknown: 'Quizá el mensaje no llegó',
      skipped: 'Mensaje omitido',
    },
    note: { signed: 'Nota firmada', amended: 'Nota enmendada' },
    diagnosis: { noted: 'Diagnóstico anotado', ended: 'Diagnóstico terminado' },
    remittance: {
      assigned: 'Respuesta del seguro asignada',
      set_aside: 'Respuesta del seguro apartada',
      released: 'Pago admitido',
      taken_back: 'Pago deshecho',
    },
    file: { released: 'Archivo leído de nuevo', dismissed: 'Archivo descartado' },
    payment: { taken: 'Pago recibido', voided: 'Pago anulado' },
    charge: {
      proposed: 'Cargo propuesto',
      approved: 'Cargo aprobado',
      changed: 'Cargo cambiado',
      cancelled: 'Cargo retirado',
    },
    coverage: { added: 'Seguro añadido', changed: 'Seguro cambiado' },
    work: { opened: 'Pasó a Tareas', done: 'Tarea hecha', dismissed: 'Tarea innecesaria' },
  },
  messages: {
    sent: { sms: 'Texto enviado', email: 'Correo enviado' },
    delivered: { sms: 'Texto entregado', email: 'Correo entregado' },
    refused: { sms: 'El texto no llegó', email: 'El correo no llegó' },
    unknown: { sms: 'Quizá el texto no llegó', email: 'Quizá el correo no llegó' },
    skipped: { sms: 'Texto omitido', email: 'Correo omitido' },
  },
};
