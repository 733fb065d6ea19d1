import { violationsOf } from '../axe/violations';
import { expect, test } from './browser-test';
import { frontDesk, problem, stubApi } from './stub-api';

const client = {
  ...frontDesk,
  person: { membershipId: 'juniper', name: 'Juniper Vale', initials: 'JV' },
  roles: ['client'],
  capabilities: [],
};
const open = { 'GET /api/session': () => ({ status: 200, body: client }) };
const closed = { 'GET /api/session': () => ({ status: 401, body: problem('signed_out', 401) }) };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on the ${colorScheme} side, at 360 pixels: signing in, home, a place that is not there`, async ({
    page,
    portalOrigin,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    const fits = async (heading: string) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await expect(page.getByRole('contentinfo')).toHaveText('In crisis? Call or text 988, any time. In danger? 911.');
    };
    await stubApi(page, closed);
    await page.goto(portalOrigin);
    await fits('Sign in');
    await page.unrouteAll();
    await stubApi(page, open);
    await page.clock.setFixedTime(new Date('2026-12-01T18:52:00Z'));
    await page.goto(portalOrigin);
    await fits('Good afternoon, Juniper');
    await page.goto(`${portalOrigin}/visits/unknown`);
    await fits('This page is not here');
  });
}

test('the crisis line is there also when the server is not, and calls with one press', async ({
  page,
  portalOrigin,
}) => {
  await stubApi(page, { 'GET /api/session': () => ({ status: 503, body: problem('try_again', 503) }) });
  await page.goto(portalOrigin);
  await expect(page.getByRole('heading', { name: 'Kept cannot be reached' })).toBeVisible();
  await expect(page.getByRole('link', { name: '988' })).toHaveAttribute('href', 'tel:988');
  await expect(page.getByRole('link', { name: '911' })).toHaveAttribute('href', 'tel:911');
});

test('without a connection the portal says so, and what is open can still be read', async ({
  page,
  portalOrigin,
  context,
}) => {
  await stubApi(page, open);
  await page.goto(portalOrigin);
  await page.getByRole('heading', { level: 1, name: /^Good/ }).waitFor();
  await context.setOffline(true);
  await expect(page.getByText('No connection. You can read what is open; changes are not sent.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /^Good/ })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('No connection.')).toHaveCount(0);
});

test('the portal speaks Spanish before and after signing in', async ({ page, portalOrigin }) => {
  const asked = await stubApi(page, closed);
  await page.goto(portalOrigin);
  await page.getByRole('radio', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('contentinfo')).toContainText('¿En crisis? Llame o escriba al 988');
  expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('links go on without loading the page again, Back goes back, and reading goes on at the page', async ({
  page,
  portalOrigin,
}) => {
  await stubApi(page, open);
  await page.goto(`${portalOrigin}/nowhere`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('heading', { name: /^Good/ })).toBeVisible();
  await expect(page.locator('#main')).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});
