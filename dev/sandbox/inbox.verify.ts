import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, chromium } from '@playwright/test';
import { type Sandbox, startSandbox } from './server';

/** The inbox in a real browser: `npm run verify:inbox`. KEPT_CHROMIUM names another one than the system's. */
jest.setTimeout(60_000);

let browser: Browser;
let sandbox: Sandbox;
let folder: string;
let faults: string[];
let count: number;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['KEPT_CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-inbox-'));
  sandbox = await startSandbox({ port: 0, folder, secret: 'a secret of the tests' });
  faults = [];
  count = 0;
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await sandbox.close();
  await rm(folder, { recursive: true });
  expect(faults).toEqual([]);
});

async function post(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}
const aText = (to: string, body: string) => post('/never/sms', { key: `k.${++count}`, to, body });
const aMail = (subject: string, body: string) =>
  post('/never/email', { key: `k.${++count}`, to: 'ana@example.com', subject, body });

async function aPage(options: { width?: number; colorScheme?: 'light' | 'dark' } = {}): Promise<Page> {
  const { width = 1280, colorScheme = 'light' } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(sandbox.url)) faults.push(`foreign request ${request.url()}`);
  });
  await page.goto(sandbox.url);
  return page;
}
const texts = (page: Page) => page.locator('.bubble').allTextContents();

test('empty or full, light or dark, 1280 or 360 wide: axe finds nothing, nothing is cut off', async () => {
  for (const full of [false, true]) {
    if (full) {
      for (let person = 0; person < 5; person++)
        for (let text = 0; text < 8; text++)
          await aText(`+1503555010${person}`, `Text ${text}: https://a.example/${'x'.repeat(80)}.`);
      await aText('+15035550100', 'Text 7: https://a.example/');
      await aText('+15035550100', 'Text 7: https://a.example/');
      for (let mail = 0; mail < 3; mail++)
        await aMail(`Subject ${mail} ${'long '.repeat(20)}`, 'Hello\n\nhttps://a.example/.');
    }
    for (const width of [1280, 360])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await aPage({ width, colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      }
  }
});

test('it says that it is a simulation, and its typeface comes from this machine', async () => {
  const page = await aPage();
  expect(await page.getByRole('complementary').textContent()).toContain('Nothing leaves this machine');
  expect(await page.evaluate('document.fonts.load("16px \\"Inter Variable\\"").then((faces) => faces.length)')).toBe(1);
});

test('what comes appears by itself, newest first, on the phone that it went to', async () => {
  const page = await aPage();
  await aText('+15035550100', 'first');
  await page.getByText('first').waitFor();
  await aText('+15035550101', 'second');
  await page.getByText('second').waitFor();
  await aText('+15035550100', 'third');
  await page.getByText('third').waitFor();
  expect(await texts(page)).toEqual(['third', 'first', 'second']);
  expect(await page.locator('.phone h3').allTextContents()).toEqual(['(503) 555-0100', '(503) 555-0101']);
  await aMail('A subject', 'words');
  await page.getByText('A subject').first().waitFor();
  expect(await page.locator('.count').allTextContents()).toEqual(['3', '1']);
});

test('a burst, a reset and a sandbox that was away are all caught up with', async () => {
  const page = await aPage();
  await Promise.all(Array.from({ length: 200 }, (_, index) => aText('+15035550100', `burst ${index}`)));
  await page.locator('[data-count="sms"]', { hasText: '200' }).waitFor();
  await aText('+15035550100', 'the last one');
  await page.getByText('the last one').waitFor();
  const { port } = new URL(sandbox.url);
  await sandbox.close();
  sandbox = await startSandbox({ port: Number(port), folder, secret: 'a secret of the tests' });
  await aText('+15035550100', 'after the restart');
  await page.getByText('after the restart').waitFor();
  faults = faults.filter((fault) => !fault.includes('ERR_')); // the browser notes that the line was cut
  await post('/control', { reset: true });
  await page.getByText('No text yet.').waitFor();
});

test('the same words twice on one phone are pointed out', async () => {
  const page = await aPage();
  await aText('+15035550100', 'twice');
  await aText('+15035550100', 'twice');
  await page.getByText('One message arrived more than once').waitFor();
});

test('it is found and read by keyboard alone, and what comes does not take the place away', async () => {
  await aText('+15035550100', 'see http://127.0.0.1:1/a');
  await aText('+15035550101', 'other');
  await aMail('A subject', 'inside the mail');
  await aMail('Newest', 'open already');
  const page = await aPage();
  await page.keyboard.press('/');
  await page.keyboard.type('(503) 555-0100');
  expect(await page.locator('.phone:visible h3').allTextContents()).toEqual(['(503) 555-0100']);
  await page.keyboard.press('Tab');
  const focused = 'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent';
  expect(await page.evaluate(focused)).toBe('Texts on (503) 555-0100, newest first');
  await aText('+15035550100', 'came meanwhile');
  await page.getByText('came meanwhile').waitFor();
  expect(await page.evaluate(focused)).toBe('Texts on (503) 555-0100, newest first');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(focused)).toBe('http://127.0.0.1:1/a');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Escape');
  expect(await page.locator('.phone:visible').count()).toBe(2);
  await page.locator('summary', { hasText: 'A subject' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText('inside the mail').isVisible()).toBe(true);
});

test('words that are markup stay words', async () => {
  await aText('+15035550100', '<img src=x onerror="document.title=1"><b>bold</b>');
  const page = await aPage();
  expect(await texts(page)).toEqual(['<img src=x onerror="document.title=1"><b>bold</b>']);
  await aText('+15035550101', '<i>live</i>');
  await page.getByText('<i>live</i>').waitFor();
  expect(await page.title()).toBe('Message sandbox · Kept');
});
