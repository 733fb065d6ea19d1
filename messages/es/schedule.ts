import type { schedule as english } from '../en/schedule';
import type { SameCodes } from '../words';

export const schedule: SameCodes<typeof english> = {
  book: { title: 'Reservar una cita', client: 'Reservar para {name}' },
};
