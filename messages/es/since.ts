import type { since as english } from '../en/since';
import type { SameCodes } from '../words';

export const since: SameCodes<typeof english> = {
  rows: { one: '{count} cambió desde que miró', other: '{count} cambiaron desde que miró' },
  show: 'Mostrar',
  showAll: 'Mostrar lo que otros cambiaron',
  new: 'nuevo desde que miró',
  changed: 'cambió desde que miró',
  record: 'Cambió desde que miró',
  event: 'Desde que miró: {what} · {detail}',
  events: {
    one: 'Desde que miró: {what} · {detail}, y {count} más',
    other: 'Desde que miró: {what} · {detail}, y {count} más',
  },
};
