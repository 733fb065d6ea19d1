import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { areas } from '../../admin/areas';
import { places } from '../../portal/places';
import { aColleague } from './staff-api';
import { expect, signIn, test } from './watched';

/** Every address at which a page was asked for something, by what it was asked from. */
function askedFrom(page: Page) {
  const asked: { readonly own: string; readonly url: URL }[] = [];
  let own = '';
  page.context().on('request', (request) => asked.push({ own, url: new URL(request.url()) }));
  page.context().on('page', (opened) => asked.push({ own, url: new URL(opened.url()) }));
  page.on('websocket', (socket) => asked.push({ own, url: new URL(socket.url()) }));
  return {
    visit: async (url: string) => {
      own = new URL(url).origin;
      const answer = await page.goto(url);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect([url, answer?.headers()['content-security-policy']]).toEqual([
        url,
        expect.stringMatching(/default-src 'none'.*connect-src 'self'/),
      ]);
    },
    foreign: () =>
      asked.flatMap(({ own: from, url }) =>
        ['data:', 'blob:'].includes(url.protocol) || url.origin === from ? [] : [`${from}: ${url.href}`],
      ),
    count: () => asked.length,
  };
}

test('no page of the console, the portal, the sandbox or the API’s description asks anything of another host', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  const client = await desk.client('grace kowalski');
  const ids: Readonly<Record<string, string>> = {
    clients: client.id,
    calendar: (await desk.book(client, 9)).id,
  };
  const asks = askedFrom(page);
  await asks.visit(stack.consoleUrl); // signing in is a page too
  await signIn(page, stack, 'administrator');
  for (const area of areas)
    for (const { path } of area.pages) {
      const below = path === '' ? '' : `/${path.replaceAll(/:\w+/g, ids[area.id] ?? randomUUID())}`;
      await asks.visit(`${stack.consoleUrl}${area.path}${below}`);
    }
  await asks.visit(stack.apiDocsUrl);

  await asks.visit(`${stack.portalUrl}/a/half-a-link`);
  await asks.visit(stack.portalUrl);
  const { email, password } = stack.login('client');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Account of/ }).waitFor();
  for (const { place } of places)
    await asks.visit(`${stack.portalUrl}${place.replaceAll(/:\w+/g, () => randomUUID())}`);
  await asks.visit(`${stack.portalUrl}/api/docs`);
  await asks.visit(stack.sandboxUrl);

  expect(asks.foreign()).toEqual([]);
  expect(asks.count()).toBeGreaterThan(60); // and it did hear what was asked
});
