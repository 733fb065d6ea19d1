import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aWatch, expect, test } from './watched';

/** The ways in which a page could leave something behind, each made on purpose. */
const ways: Readonly<Record<string, (page: Page, text: string) => Promise<unknown>>> = {
  address: (page, text) => page.evaluate((one) => fetch(`/api/session?text=${encodeURIComponent(one)}`), text),
  'history entry': (page, text) =>
    page.evaluate((one) => {
      history.pushState(null, '', `?q=${encodeURIComponent(one)}`);
      history.pushState(null, '', location.pathname);
    }, text),
  history: (page, text) => page.evaluate((one) => history.replaceState({ usr: { one } }, ''), text),
  title: (page, text) =>
    page.evaluate((one) => {
      document.title = one;
    }, text),
  cookie: (page, text) =>
    page.evaluate((one) => {
      document.cookie = `${one.replaceAll(' ', '-')}=1`;
    }, text),
  local: (page, text) => page.evaluate((one) => localStorage.setItem('draft', one), text),
  session: (page, text) => page.evaluate((one) => sessionStorage.setItem('draft', one), text),
  databases: (page, text) =>
    page.evaluate(
      (one) =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('drafts');
          opening.addEventListener('upgradeneeded', () => {
            opening.result.createObjectStore('texts').put({ one }, 'mine');
          });
          opening.addEventListener('success', () => {
            opening.result.close();
            done();
          });
        }),
      text,
    ),
  caches: (page, text) =>
    page.evaluate(async (one) => (await caches.open('answers')).put('/api/clients', new Response(one)), text),
};

const text = 'Quetzalbird';

/** Stores that stay when the page goes elsewhere, to an address of another part of Kept. */
const staying = ['cookie', 'local', 'session', 'databases', 'caches'];

test('what was left for one part of Kept is found from another: the console, the portal, the sandbox, the documentation', async ({
  browser,
  stack,
}) => {
  test.setTimeout(120_000);
  const parts = [stack.consoleUrl, stack.portalUrl, stack.sandboxUrl, stack.apiDocsUrl];
  for (const [index, part] of parts.entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const watch = aWatch(stack);
    watch.of(page);
    watch.plant(text);
    await page.goto(part);
    for (const place of staying) await ways[place]?.(page, text);
    // another origin; where console and documentation share one, the stores are the page's own
    await page.goto(parts[(index + 1) % parts.length] ?? part);
    const leaks = await watch.leaks();
    expect([part, staying.filter((place) => !leaks.includes(`${place}: quetzalbird`))]).toEqual([part, []]);
    await context.close();
  }
});

test('what a frame of a page holds is found', async ({ page, stack }) => {
  const watch = aWatch(stack);
  watch.of(page);
  watch.plant(text);
  await page.goto(stack.consoleUrl);
  await page.getByLabel('Email').waitFor();
  await page.evaluate((one) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    if (frame.contentDocument) frame.contentDocument.title = one;
  }, text);
  expect(await watch.leaks()).toEqual(['title: quetzalbird']);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
});

test('whatever a page leaves behind of people is found, wherever it is', async ({ browser, stack }) => {
  test.setTimeout(120_000);
  for (const [place, leave] of Object.entries(ways)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const watch = aWatch(stack);
    watch.of(page);
    await page.goto(stack.consoleUrl);
    await page.getByLabel('Email').waitFor();
    // nobody tells the watch: what a page sends of people in a body is known by that
    await page.evaluate(
      (one) =>
        fetch('/api/clients/search', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ filter: { text: one } }),
        }),
      text,
    );
    expect([place, await watch.leaks()]).toEqual([place, []]);
    await leave(page, text);
    expect(await watch.leaks()).toContain(`${place}: quetzalbird`);
    await context.close();
  }
});

test('a short name is found where it stands by itself, and is none within other words, ids and the program’s own', async ({
  browser,
  stack,
}) => {
  const page = await (await browser.newContext()).newPage();
  const watch = aWatch(stack);
  watch.of(page);
  watch.plant('Ana', 'Bo', 'k', '12');
  await page.goto(stack.consoleUrl);
  await page.getByLabel('Email').waitFor();
  const ask = (path: string, body?: object) =>
    page.evaluate(
      ([to = '', sent]) =>
        fetch(to, sent ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent } : {}),
      [path, body && JSON.stringify(body)],
    );
  await ask('/api/clients/search', { filter: { text: 'day' } });
  await ask('/api/canada?with=bonanza&at=12');
  await ask('/api/x-ana-x?day=k');
  expect(await watch.leaks()).toEqual([]);
  await ask('/api/clients?q=to%20Ana%2C%20today');
  expect(await watch.leaks()).toEqual(['address: ana']);
  await page.evaluate(() => localStorage.setItem('draft', JSON.stringify({ name: 'Bo' })));
  await ask('/api/clients/search', { filter: { text: 'O’Q' } });
  await ask('/api/clients/O’Q');
  expect(await watch.leaks()).toEqual(['local: bo', 'address: ana', 'address: o’q']);
});

test('what a page left is known after it was closed, by itself or with its context; what it opened is watched too', async ({
  browser,
  stack,
}) => {
  for (const close of ['page', 'context'] as const) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const watch = aWatch(stack);
    watch.of(page);
    watch.plant(text);
    await page.goto(stack.consoleUrl);
    await page.getByLabel('Email').waitFor();
    const opened = context.waitForEvent('page');
    await page.evaluate((one) => {
      history.replaceState({ usr: { one } }, '');
      window.open(`/?q=${one}`);
    }, text);
    const other = await opened;
    await other.getByLabel('Email').waitFor();
    if (close === 'page') for (const one of [page, other]) await one.close();
    await context.close();
    const leaks = await watch.leaks();
    for (const place of ['history', 'history entry', 'address']) expect(leaks).toContain(`${place}: quetzalbird`);
  }
});

test('what a process writes of people into its log is found', async ({ stack }) => {
  const watch = aWatch(stack);
  watch.plant(text);
  expect(await watch.leaks()).toEqual([]);
  const file = join(stack.folder, 'logs', 'planted.log');
  writeFileSync(file, JSON.stringify({ event: 'request', name: text }));
  const found = await watch.leaks();
  rmSync(file);
  expect(found).toEqual(['log planted.log: quetzalbird']);
});
