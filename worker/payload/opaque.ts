/**
 * What may leave Postgres for the workflow engine: ids, enum codes, whole numbers and epoch milliseconds, under names that are
 * listed here. Everything else is refused where it would leave, so that a name or a note cannot slip into a history.
 */
const fields: ReadonlySet<string> = new Set(['practiceId', 'id', 'step', 'occurrence', 'due', 'kind']);

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const code = /^[a-z][a-z0-9_]{0,60}$/;

/** A payload would have carried something else than ids, codes and numbers. The message names the place, never the value. */
export class NotOpaque extends Error {
  constructor(place: string) {
    super(`payload field ${place} is not on the allow-list of worker/payload/opaque.ts`);
    this.name = 'NotOpaque';
  }
}

/** @throws NotOpaque */
export function assertOpaque(value: unknown, place: string): void {
  if (value === null || value === undefined || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return;
  if (typeof value === 'string' && (id.test(value) || code.test(value))) return;
  if (Array.isArray(value)) {
    value.forEach((one, index) => assertOpaque(one, `${place}[${index}]`));
    return;
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [name, one] of Object.entries(value)) {
      if (!fields.has(name)) throw new NotOpaque(`${place}.${name}`);
      assertOpaque(one, `${place}.${name}`);
    }
    return;
  }
  throw new NotOpaque(place);
}
