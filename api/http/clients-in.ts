import type { ClientId } from '../../domain/ids';

/**
 * The clients that an answer tells of. In every view a client's id stands under the name `clientId` (or several under
 * `clientIds`), whatever surrounds it: so the audit cannot forget a read, and a test holds that views keep to it.
 */
export function clientsIn(answer: unknown, found = new Set<ClientId>()): Set<ClientId> {
  if (Array.isArray(answer)) for (const one of answer) clientsIn(one, found);
  else if (typeof answer === 'object' && answer !== null)
    for (const [name, value] of Object.entries(answer)) {
      if (name === 'clientId' && typeof value === 'string') found.add(value);
      else if (name === 'clientIds' && Array.isArray(value)) for (const one of value) found.add(String(one));
      else clientsIn(value, found);
    }
  return found;
}

/** Everything that an answer names by its id: what a screen shows, and a live stream may say `gone` of. */
export function idsIn(answer: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(answer)) for (const one of answer) idsIn(one, found);
  else if (typeof answer === 'object' && answer !== null)
    for (const [name, value] of Object.entries(answer)) {
      if ((name === 'id' || name === 'clientId') && typeof value === 'string') found.add(value);
      else idsIn(value, found);
    }
  return found;
}
