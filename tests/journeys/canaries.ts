import type { Page, Request } from '@playwright/test';
import type { ClientRow } from '../../api/clients/client.contract';
import { isShort } from './left-behind';
import { isOfTheProgram } from './program-words';
import type { StartedStack } from './stack';
import { aColleague } from './staff-api';

/** What may be nowhere but in Postgres, on the screen and in bodies: gathered by itself from whatever a journey does. */
export interface Canaries {
  /** From now on, everything of people that this page sends. */
  of(page: Page): void;
  plant(...texts: readonly string[]): void;
  planted(): readonly string[];
}

/** Fields of bodies that hold nothing but who someone is. */
const names: ReadonlySet<string> = new Set(['firstName', 'lastName', 'preferredName', 'birthDate', 'email']);
/** Fields in which people write of people, and other things too. */
const writing: ReadonlySet<string> = new Set(['pronouns', 'value', 'text', 'title', 'note', 'password', 'token']);

/** A letter and a small number say nothing of anybody, wherever they stand. */
const isTelling = (text: string): boolean => !isShort(text) || (text.length > 1 && /\p{L}/u.test(text));

export function theCanaries(): Canaries {
  const texts = new Set<string>();
  const plant = (...more: readonly string[]) => {
    for (const text of more.map((one) => one.trim().toLowerCase())) if (isTelling(text)) texts.add(text);
  };
  return {
    plant,
    planted: () => [...texts],
    of: (page) => page.on('request', (request) => plant(...writtenIn(request))),
  };
}

/** The clients whom the demo practice has: names, numbers, addresses and birth dates. */
export async function everyClient(stack: StartedStack): Promise<readonly string[]> {
  const desk = await aColleague(stack);
  const { rows } = await desk.call<{ rows: readonly ClientRow[] }>('POST', 'clients/search', {
    filter: {},
    range: [0, 99],
  });
  return rows.flatMap(({ name, legalName, birthDate, mobile, email }) => [
    ...[name, legalName].flatMap((whole) => [whole, whole.split(' ').at(-1) ?? '']),
    birthDate,
    ...(mobile === null ? [] : [mobile, mobile.slice(-10)]),
    ...(email === null ? [] : [email]),
  ]);
}

function writtenIn(request: Request): readonly string[] {
  if (!request.headers()['content-type']?.startsWith('application/json')) return [];
  try {
    return textsIn(JSON.parse(request.postData() ?? 'null'));
  } catch {
    return []; // a body that a journey has broken on purpose
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    if (typeof one === 'string') {
      const isWord = isShort(one.trim()) && isOfTheProgram(one.trim().toLowerCase());
      return names.has(name) || (writing.has(name) && !isWord) ? [one] : [];
    }
    return textsIn(one);
  });
}
