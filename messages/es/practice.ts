import type { practice as english } from '../en/practice';
import type { SameCodes } from '../words';

export const practice: SameCodes<typeof english> = {
  title: 'Consultorio',
  lead: 'Cómo va el consultorio, al {day}. Cada cifra lleva a su informe.',
  moneyIn: { thisMonth: 'entró este mes hasta ahora', year: 'Doce meses' },
  visits: { title: 'Visitas de este mes', kept: 'realizadas este mes' },
  reminders: { out: 'salieron este mes' },
};
