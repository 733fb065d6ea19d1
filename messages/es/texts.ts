import type { texts as english } from '../en/texts';
import type { SameCodes } from '../words';

export const texts = {
  reminder: {
    sms: '{practice}: tiene una cita el {when}. {change} Confirme o véala: {link}',
    subject: 'Su cita del {day}',
    email:
      'Hola:\n\nTiene una cita el {when} (hora de {zone}).\n\n{change}\n\nConfirme o vea los detalles:\n{link}\n\n{practice}{phone}\n',
  },
  change_free: 'Puede cambiarla sin costo hasta el {until}.',
  change_late: 'Para cambiarla, llámenos{phone}.',
  notice: {
    sms: '{practice}: su cita del {when} fue cancelada. {link}',
    subject: 'Su cita del {day} fue cancelada',
    email: 'Hola:\n\nSu cita del {when} (hora de {zone}) fue cancelada.\n\n{link}\n\n{practice}{phone}\n',
  },
  call: ' al {number}',
} as const satisfies SameCodes<typeof english>;
