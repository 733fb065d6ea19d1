import type { Page } from '@playwright/test';
import { violationsOf } from '../axe/violations';
import { expect, test } from './browser-test';
import { frontDesk, problem, stubApi } from './stub-api';

const signIn = async (page: Page, password = 'right') => {
  await page.getByRole('textbox', { name: 'Email' }).fill('mira@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
};

/** A server that knows one password and forgets the session when told to. */
function aServer(open = false) {
  const state = { open };
  return {
    state,
    answers: {
      'GET /api/session': () =>
        state.open ? { status: 200, body: frontDesk } : { status: 401, body: problem('signed_out', 401) },
      'POST /api/session': ({ body }: { body: unknown }) => {
        state.open = (body as { password: string }).password === 'right';
        return state.open
          ? { status: 200, body: { kind: 'signed_in', session: frontDesk } }
          : { status: 401, body: problem('wrong_credentials', 401) };
      },
      'PUT /api/session/preferences/theme': () =>
        state.open ? { status: 200, body: { value: 'dark' } } : { status: 401, body: problem('signed_out', 401) },
    },
  };
}

test('who is not signed in sees the sign-in at the address that was asked for; a refusal keeps what was typed', async ({
  page,
  adminOrigin,
}) => {
  const asked = await stubApi(page, aServer().answers);
  await page.goto(`${adminOrigin}/nowhere/42`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription('Fill this in');
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(0);

  await signIn(page, 'wrong');
  await expect(page.getByRole('alert')).toContainText('Email and password do not match');
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('mira@example.com');
  await signIn(page);
  await expect(page.getByRole('button', { name: /Account of Mira Okonjo/ })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/nowhere/42');
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();

  const write = asked.find(({ method, path }) => method === 'POST' && path === '/api/session');
  expect(write?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
});

test('someone who works in several practices chooses one; going back keeps what was typed', async ({
  page,
  adminOrigin,
}) => {
  let chosen: unknown;
  await stubApi(page, {
    'GET /api/session': () => ({ status: 401, body: problem('signed_out', 401) }),
    'POST /api/session': ({ body }) => {
      chosen = (body as { practiceId?: string }).practiceId;
      const practices = [
        { id: 'elm', name: 'Elm Street Practice' },
        { id: 'oak', name: 'Oak Lane Counseling' },
      ];
      return {
        status: 200,
        body: chosen === undefined ? { kind: 'choose', practices } : { kind: 'signed_in', session: frontDesk },
      };
    },
  });
  await page.goto(adminOrigin);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Which practice?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Elm Street Practice' })).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('mira@example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Oak Lane Counseling' }).click();
  await expect(page.getByRole('button', { name: /Account of/ })).toBeVisible();
  expect(chosen).toBe('oak');
});

test('a request that finds the session over leaves the page behind a curtain, and goes out again after the sign-in', async ({
  page,
  adminOrigin,
}) => {
  const server = aServer(true);
  const asked = await stubApi(page, server.answers);
  await page.goto(adminOrigin);
  await page.getByRole('button', { name: /Account of/ }).click();
  server.state.open = false;
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  const dialog = page.getByRole('dialog', { name: 'You were signed out' });
  await expect(dialog).toBeVisible();
  await expect(page.locator('.bar')).toBeAttached(); // mounted, out of reach and out of sight
  const curtain = await dialog.evaluate((element) => ({
    color: getComputedStyle(element, '::backdrop').backgroundColor,
    reached: document.elementFromPoint(10, 10) === element,
  }));
  expect(curtain).toEqual({ color: expect.stringMatching(/^rgb\(/), reached: true }); // rgb, not rgba: nothing shines through

  await signIn(page);
  await expect(dialog).toHaveCount(0);
  const puts = () => asked.filter(({ method }) => method === 'PUT');
  await expect.poll(() => puts().map(({ body }) => body)).toEqual([{ value: 'dark' }, { value: 'dark' }]);
  const sent = puts();
  expect(sent[0]?.headers['idempotency-key']).toBe(sent[1]?.headers['idempotency-key']);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('someone else who signs in at the curtain begins with an empty page', async ({ page, adminOrigin }) => {
  const server = aServer(true);
  let who = frontDesk;
  await stubApi(page, {
    ...server.answers,
    'GET /api/session': () =>
      server.state.open ? { status: 200, body: who } : { status: 401, body: problem('signed_out', 401) },
    'POST /api/session': () => {
      server.state.open = true;
      return { status: 200, body: { kind: 'signed_in', session: who } };
    },
  });
  await page.goto(`${adminOrigin}/claims`);
  await page.getByRole('button', { name: /Account of Mira/ }).click();
  server.state.open = false;
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  who = { ...frontDesk, person: { membershipId: 'jonas', name: 'Jonas Vale', initials: 'JV' } };
  await signIn(page);
  await expect(page.getByRole('button', { name: /Account of Jonas Vale/ })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test.describe('without input', () => {
  const start = new Date('2026-12-01T18:52:00Z');

  test('a dialog warns two minutes before the end, input keeps the session, and the end draws the curtain', async ({
    page,
    adminOrigin,
  }) => {
    await page.clock.install({ time: start });
    const server = aServer(true);
    const asked = await stubApi(page, server.answers);
    await page.goto(adminOrigin);
    await page.getByRole('button', { name: /Account of/ }).waitFor();
    const inputs = () => asked.filter(({ path }) => path === '/api/session/input').length;

    await page.clock.runFor(13 * 60_000 + 1000);
    const warning = page.getByRole('dialog', { name: 'Still there?' });
    await expect(warning).toContainText('You will be signed out in 1:59');
    expect(inputs()).toBe(0);
    await expect(warning.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
    await page.keyboard.press('Enter'); // one event; a press of the mouse is a move and a press, which a slow machine parts
    await page.clock.runFor(1000);
    await expect(warning).toHaveCount(0);
    expect(inputs()).toBe(1);

    server.state.open = false;
    await page.clock.runFor(15 * 60_000 + 1000);
    await expect(page.getByRole('dialog', { name: 'You were signed out' })).toContainText('15 minutes');
    expect(inputs()).toBe(1);
    await signIn(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Account of/ })).toBeVisible();
  });
});

test('input that finds the session over draws the curtain at once', async ({ page, adminOrigin }) => {
  await page.clock.install();
  const server = aServer(true);
  await stubApi(page, {
    ...server.answers,
    'POST /api/session/input': () =>
      server.state.open ? { status: 200, body: { idleAt: 0 } } : { status: 401, body: problem('signed_out', 401) },
  });
  await page.goto(adminOrigin);
  await page.getByRole('button', { name: /Account of/ }).waitFor();
  await page.clock.runFor(5 * 60_000);
  server.state.open = false;
  await page.mouse.move(200, 200);
  await page.clock.runFor(1000);
  await expect(page.getByRole('dialog', { name: 'You were signed out' })).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('signing out in one window draws the curtain in the others, and signing in again opens all of them', async ({
  page,
  adminOrigin,
  context,
}) => {
  const server = aServer(true);
  const answers = {
    ...server.answers,
    'DELETE /api/session': () => {
      server.state.open = false;
      return { status: 200, body: { signedOut: true } };
    },
  };
  await stubApi(page, answers);
  await page.goto(adminOrigin);
  const other = await context.newPage();
  await stubApi(other, answers);
  await other.goto(adminOrigin);
  await other.getByRole('button', { name: /Account of/ }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  // nobody touched this one, and it asked nothing by itself
  const curtain = page.getByRole('dialog', { name: 'You were signed out' });
  await expect(curtain).toContainText('Your session ended');
  await signIn(other);
  await expect(other.getByRole('button', { name: /Account of/ })).toBeVisible();
  await expect(curtain).toHaveCount(0);
});

test('at its latest hour the session ends on the page too, however busy its person is', async ({
  page,
  adminOrigin,
}) => {
  const start = new Date('2026-12-01T18:52:00Z');
  await page.clock.install({ time: start });
  const server = aServer(true);
  const expiresAt = start.getTime() + 10 * 60_000;
  await stubApi(page, {
    ...server.answers,
    'GET /api/session': () =>
      server.state.open
        ? { status: 200, body: { ...frontDesk, expiresAt } }
        : { status: 401, body: problem('signed_out', 401) },
  });
  await page.goto(adminOrigin);
  await page.getByRole('button', { name: /Account of/ }).waitFor();
  await page.clock.runFor(9 * 60_000);
  await page.mouse.move(200, 200);
  server.state.open = false;
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(61_000);
  await expect(page.getByRole('dialog', { name: 'You were signed out' })).toBeVisible();
});

test('signing out leaves an empty page; when the server cannot be told, nobody pretends', async ({
  page,
  adminOrigin,
}) => {
  const server = aServer(true);
  let reachable = false;
  await stubApi(page, {
    ...server.answers,
    'DELETE /api/session': () => {
      if (!reachable) return { status: 503, body: problem('try_again', 503) };
      server.state.open = false;
      return { status: 200, body: { signedOut: true } };
    },
  });
  await page.goto(`${adminOrigin}/claims`);
  const signOut = async () => {
    await page.getByRole('button', { name: /Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  await signOut();
  await expect(page.getByText('That did not work this time')).toBeVisible();
  await expect(page.getByRole('button', { name: /Account of/ })).toBeVisible();
  reachable = true;
  await signOut();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('a server that cannot be reached is said so, and the page goes on by itself once it can', async ({
  page,
  adminOrigin,
}) => {
  await page.clock.install();
  let status = 503;
  await stubApi(page, {
    'GET /api/session': () =>
      status === 200 ? { status, body: frontDesk } : { status, body: problem('try_again', status) },
  });
  await page.goto(adminOrigin);
  await expect(page.getByRole('heading', { name: 'Kept cannot be reached' })).toBeVisible();
  status = 200;
  await page.clock.runFor(5000);
  await expect(page.getByRole('button', { name: /Account of/ })).toBeVisible();
});

test('the language and the theme are the person’s own, and come with the session', async ({ page, adminOrigin }) => {
  const asked = await stubApi(page, {
    'GET /api/session': () => ({ status: 200, body: { ...frontDesk, preferences: { theme: 'dark', language: 'es' } } }),
  });
  await page.goto(adminOrigin);
  await expect(page.getByRole('heading', { name: 'Aún no tiene ninguna área abierta' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: /Cuenta de/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'No area is open to you yet' })).toBeVisible();
  await expect.poll(() => asked.findLast(({ method }) => method === 'PUT')?.body).toEqual({ value: 'en' });
});

test('without a connection a banner says so, and goes when it is back', async ({ page, adminOrigin, context }) => {
  await stubApi(page);
  await page.goto(adminOrigin);
  await page.getByRole('button', { name: /Account of/ }).waitFor();
  await context.setOffline(true);
  await expect(page.getByText('Changes are not sent until the connection is back.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Changes are not sent until the connection is back.')).toHaveCount(0);
});

test('the product’s build has no gallery and no sample', async ({ page, adminOrigin }) => {
  await stubApi(page);
  await page.goto(`${adminOrigin}/gallery`);
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
});
