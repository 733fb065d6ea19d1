import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { StartedStack } from './stack';

/** A place where something may be left, and what is in it. */
export type Place = readonly [name: string, text: string];

/** Everything a page leaves in its browser: where it has been, and every store it can write to. */
export async function leftInBrowser(page: Page): Promise<readonly Place[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const hasStores = page.url().startsWith('http'); // an empty page may not ask for any
  const kept: Readonly<Record<string, string>> = hasStores ? await page.evaluate(storesOfPage) : {};
  return [
    // the address as it stands now: the one that someone opened is theirs, until the page has replaced it
    ...entries.map(({ url }) => ['history entry', decoded(url)] as const),
    ...Object.entries(kept),
  ];
}

/** The API's and the worker's logs, and those of everything else that the stack runs. */
export function logsOf({ folder }: StartedStack): readonly Place[] {
  const logs = join(folder, 'logs');
  if (!existsSync(logs)) return [];
  return readdirSync(logs).map((name) => [`log ${name}`, readFileSync(join(logs, name), 'utf8')] as const);
}

/** An address as a person reads it; one that cannot be read stays as it is. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Short texts are parts of other words too: they count where they stand by themselves. */
export const isShort = (text: string): boolean => text.length < 5;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
/** Letters of every language, digits, and what joins them in ids and tokens. */
const within = String.raw`[\p{L}\p{M}\p{N}_-]`;
const holds = (lower: string, secret: string): boolean =>
  isShort(secret)
    ? new RegExp(`(?<!${within})${escaped(secret)}(?!${within})`, 'u').test(lower)
    : lower.includes(secret);

export const secretsIn = (places: readonly Place[], secrets: readonly string[]): readonly string[] => [
  ...new Set(
    places.flatMap(([place, text]) => {
      const lower = text.toLowerCase();
      return secrets.filter((secret) => holds(lower, secret.toLowerCase())).map((secret) => `${place}: ${secret}`);
    }),
  ),
];

/** Runs in the page: the content of its stores, each as text; `[]` is an empty one. */
async function storesOfPage() {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
    });
  const databases: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      databases.push([name, store, await done(rows.getAllKeys()), await done(rows.getAll())]);
    }
    if (database.objectStoreNames.length === 0) databases.push([name]);
    database.close();
  }
  const cached: unknown[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    cached.push(name);
    for (const request of requests) cached.push([request.url, await (await cache.match(request))?.text()]);
  }
  return {
    url: decodeURIComponent(location.href),
    history: JSON.stringify(history.state),
    title: document.title,
    cookie: document.cookie,
    local: JSON.stringify(Object.entries(localStorage)),
    session: JSON.stringify(Object.entries(sessionStorage)),
    databases: JSON.stringify(databases),
    caches: JSON.stringify(cached),
  };
}
