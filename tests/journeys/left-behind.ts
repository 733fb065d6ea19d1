import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import type { StartedStack } from './stack';

/** A place where something may be left, and what is in it. */
export type Place = readonly [name: string, text: string];

/**
 * Everything a page leaves in its browser: where it has been, and every store that it or a frame of it can write to, of its own
 * origin and of the others that were visited (`addresses`).
 */
export async function leftInBrowser(page: Page, addresses: readonly string[]): Promise<readonly Place[]> {
  const context = page.context();
  const session = await context.newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const frames = await Promise.all(page.frames().map(leftInFrame));
  const cookies = await context.cookies(); // those too that no page can read
  return [
    // the address as it stands now: the one that someone opened is theirs, until the page has replaced it
    ...entries.map(({ url }) => ['history entry', decoded(url)] as const),
    ...cookies.map(({ name, value }) => ['cookie', `${name}=${value}`] as const),
    ...frames.flat(),
    ...(await leftElsewhere(page, addresses)),
  ];
}

const ofTheWeb = (address: string): boolean => address.startsWith('http');

async function leftInFrame(frame: Frame): Promise<readonly Place[]> {
  const shown: Readonly<Record<string, string>> = await frame.evaluate(shownByPage);
  const kept = ofTheWeb(frame.url()) ? await frame.evaluate(storesOfPage) : {}; // an empty page may not ask for any
  return Object.entries({ ...shown, ...kept });
}

const looking = new WeakSet<BrowserContext>();
/** A page that is opened now is ours: it looks into stores, and nobody watches it. */
export const isLooking = (context: BrowserContext): boolean => looking.has(context);

/** What the page's tab keeps for the other origins where it or another has been: read from an empty page in a tab that it opens, which has a copy of its session's store. */
async function leftElsewhere(page: Page, addresses: readonly string[]): Promise<readonly Place[]> {
  const own = page.url();
  const visited = new Set(addresses.filter(ofTheWeb).map((address) => new URL(address).origin));
  if (!ofTheWeb(own)) return [];
  visited.delete(new URL(own).origin);
  if (visited.size === 0) return [];
  const context = page.context();
  looking.add(context);
  try {
    const opening = page.waitForEvent('popup');
    await page.evaluate(() => void window.open('about:blank'));
    const reader = await opening;
    await reader.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    const left: Place[] = [];
    for (const origin of visited) {
      await reader.goto(origin);
      left.push(...Object.entries(await reader.evaluate(storesOfPage)));
    }
    await reader.close();
    return left;
  } finally {
    looking.delete(context);
  }
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

/** Runs in the page: what it shows of itself. */
const shownByPage = () => ({
  url: decodeURIComponent(location.href),
  history: JSON.stringify(history.state),
  title: document.title,
  name: window.name,
});

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
    cookie: document.cookie,
    local: JSON.stringify(Object.entries(localStorage)),
    session: JSON.stringify(Object.entries(sessionStorage)),
    databases: JSON.stringify(databases),
    caches: JSON.stringify(cached),
  };
}
