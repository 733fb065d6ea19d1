import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect as anyExpect } from '@playwright/test';
import { type StartedStack, test as stackTest } from './stack';

/** Everything that could keep what someone typed: addresses that were asked for, and what the browser stores. */
export interface Watch {
  /** Watches a page; the test's own is watched from the beginning. */
  of(page: Page): void;
  /** Addresses of every request so far. */
  readonly addresses: readonly string[];
}

/** `test` on a started stack: it fails when a page throws, logs an error, or asks another host for anything. */
export const test = stackTest.extend<{ readonly watch: Watch }>({
  watch: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      const addresses: string[] = [];
      const of = (watched: Page) => listen(watched, complaints, addresses);
      of(page);
      await use({ of, addresses });
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** What comes to a page by itself goes through relay, workflow and stream of a stack that has just begun: it may take a while. */
export const expect = anyExpect.configure({ timeout: 30_000 });

function listen(page: Page, complaints: string[], addresses: string[]): void {
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    // the browser itself logs each answer of 400 and above; the journeys that bring them about look at the page
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`logged: ${message.text()}`);
  });
  page.on('request', (request) => {
    addresses.push(request.url());
    const { hostname, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== 'localhost') complaints.push(`asked: ${request.url()}`);
  });
}

/** Signs in as the first person with a role, and waits for the console. */
export async function signIn(page: Page, stack: StartedStack, role: string): Promise<void> {
  const { email, password } = stack.login(role);
  await page.goto('/');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
}

/** Where any of the secrets was left: in addresses, in the browser's storage or history, in the window's title, in the stack's logs. */
export async function leaksOf(
  page: Page,
  { addresses, stack, secrets }: { addresses: readonly string[]; stack: StartedStack; secrets: readonly string[] },
): Promise<readonly string[]> {
  const kept = await page.evaluate(async () => ({
    url: location.href,
    history: JSON.stringify(history.state),
    title: document.title,
    local: JSON.stringify(Object.entries(localStorage)),
    session: JSON.stringify(Object.entries(sessionStorage)),
    cookie: document.cookie,
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
  }));
  const places: readonly (readonly [string, string])[] = [
    ...Object.entries(kept),
    ...addresses.map((address) => ['address', decodeURIComponent(address)] as const),
    ...logsOf(stack),
  ];
  const found = places.flatMap(([place, text]) =>
    secrets
      .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
      .map((secret) => `${place}: ${secret}`),
  );
  const stored = [kept.local, kept.session, kept.databases, kept.caches].filter((text) => text !== '[]');
  return [...new Set([...found, ...stored])];
}

const logsOf = ({ folder }: StartedStack): readonly (readonly [string, string])[] =>
  readdirSync(join(folder, 'logs')).map((name) => [`log ${name}`, readFileSync(join(folder, 'logs', name), 'utf8')]);
