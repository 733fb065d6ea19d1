import { type Locator, type Page, expect as anyExpect } from '@playwright/test';
import { everyClient, theCanaries } from './canaries';
import { type Place, decoded, isLooking, leftInBrowser, logsOf, secretsIn } from './left-behind';
import { type StartedStack, test as stackTest } from './stack';

/** Everything that could keep what someone typed: addresses that were asked for, and what the browser stores. */
export interface Watch {
  /** Watches a page; the test's own is watched from the beginning. */
  of(page: Page): void;
  /** Addresses of every request so far. */
  readonly addresses: readonly string[];
  /** What else may be nowhere outside of the practice’s database; what pages send of people is known by itself. */
  plant(...texts: readonly string[]): void;
  /** Where something planted was left so far; read at the end of every test. */
  leaks(): Promise<readonly string[]>;
}

/**
 * `test` on a started stack: it fails when a page throws, logs an error, asks another host for anything, or when a name, number,
 * address, birth date or text that was written in it is found in an address, the history, any store of the browser or a log.
 */
export const test = stackTest.extend<{ readonly watch: Watch }, { readonly clients: readonly string[] }>({
  clients: [async ({ stack }, use) => use(await everyClient(stack)), { scope: 'worker' }],
  watch: [
    async ({ page, stack, clients }, use) => {
      const watch = aWatch(stack);
      watch.plant(...clients);
      watch.of(page);
      await use(watch);
      expect(watch.complaints).toEqual([]);
      expect(await watch.leaks()).toEqual([]);
    },
    { auto: true },
  ],
});

/** A watch that finds and does not fail by itself. */
export function aWatch(stack: StartedStack): Watch & { readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  const addresses: string[] = [];
  const left = new Map<Page, readonly Place[] | 'not yet'>();
  const canaries = theCanaries();
  const look = async (page: Page) => {
    if (!page.isClosed()) left.set(page, await leftInBrowser(page, addresses));
  };
  const of = (page: Page) => {
    if (left.has(page) || isLooking(page.context())) return;
    left.set(page, 'not yet');
    canaries.of(page);
    listen(page, complaints, addresses);
    beforeClosing(page, () => look(page));
    page.context().on('page', of); // what a page opens is watched as the page is
  };
  return {
    complaints,
    addresses,
    plant: canaries.plant,
    of,
    leaks: async () => {
      for (const page of left.keys()) await look(page);
      const kept = [...left.values()];
      const asked = addresses.filter((address) => !isOpenedLink(address, stack));
      const places = [...kept.flatMap((one) => (one === 'not yet' ? [] : one)), ...placesOf(asked), ...logsOf(stack)];
      const unseen = kept.flatMap((one) => (one === 'not yet' ? ['a page closed before anybody looked'] : []));
      return [...secretsIn(places, canaries.planted()), ...unseen];
    },
  };
}

/** A page that is closed can't be asked any more what it has left: it is asked before. */
function beforeClosing(page: Page, look: () => Promise<void>): void {
  const context = page.context();
  const [closePage, closeContext] = [page.close.bind(page), context.close.bind(context)];
  page.close = async (options) => {
    await look();
    await closePage(options);
  };
  context.close = async (options) => {
    await look();
    await closeContext(options);
  };
}

/** A link in a message bears its token, and nothing else: to open it is no leak. */
const isOpenedLink = (address: string, { portalUrl }: StartedStack): boolean =>
  address.startsWith(`${portalUrl}/a/`) && /^[\w-]*$/.test(address.slice(`${portalUrl}/a/`.length));

const placesOf = (addresses: readonly string[]) => addresses.map((address) => ['address', decoded(address)] as const);

/** What comes to a page by itself goes through relay, workflow and stream of a stack that has just begun: it may take a while. */
export const expect = anyExpect.configure({ timeout: 30_000 });

function listen(page: Page, complaints: string[], addresses: string[]): void {
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    // the browser itself logs each answer of 400 and above; the journeys that bring them about look at the page
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`logged: ${message.text()}`);
  });
  // what the page writes into the address by itself asks for nothing
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  page.on('request', (request) => {
    addresses.push(request.url());
    const { hostname, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== 'localhost') complaints.push(`asked: ${request.url()}`);
  });
}

/** What is pressed before it can be would be pressed where the focus was. */
export async function pressEnter(control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  await control.press('Enter');
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

/** Where any of the secrets was left, and what is stored at all: the browser's stores are empty. */
export async function leaksOf(
  page: Page,
  { addresses, stack, secrets }: { addresses: readonly string[]; stack: StartedStack; secrets: readonly string[] },
): Promise<readonly string[]> {
  const kept = await leftInBrowser(page, addresses);
  const places = [...kept, ...placesOf(addresses), ...logsOf(stack)];
  const stores: ReadonlySet<string> = new Set(['local', 'session', 'databases', 'caches']);
  const stored = kept.filter(([place, text]) => stores.has(place) && text !== '[]').map(([, text]) => text);
  return [...secretsIn(places, secrets), ...stored];
}
