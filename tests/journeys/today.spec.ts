import type { Browser, Locator, Page } from '@playwright/test';
import { theSandbox } from './message-sandbox';
import { soonToday, wasToday } from './near-now';
import { aColleague } from './staff-api';
import { type Watch, expect, signIn, test } from './watched';

const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cardOf = (page: Page, name: string, at: string): Locator =>
  column(page, at).getByRole('article').filter({ hasText: name });

async function aWindow(browser: Browser, watch: Watch, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  watch.of(page);
  return page;
}

const loads = (page: Page) => page.evaluate(() => performance.getEntriesByType('navigation').length);

test('someone of today confirms by link, is checked in with two keys, seen, and out again, on screens that nobody loads again', async ({
  page,
  browser,
  stack,
  watch,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const desk = await aColleague(stack);
  const sandbox = theSandbox(stack);
  const { zone } = await desk.practice();
  await signIn(page, stack, 'front_desk');
  await expect(page).toHaveURL(/\/today$/);
  await page.getByRole('article').first().waitFor();
  const before = await loads(page);

  // a reminder went out for next week; the appointment is moved to today, and comes to the open page by itself
  const bea = await desk.client('bea lindholm');
  const booked = await desk.book(bea, 6);
  const known = await sandbox.linksTo(bea.email ?? '');
  await desk.sendNow(booked.id);
  const link = await sandbox.linkTo(bea.email ?? '', known);
  const { version } = await desk.appointment(booked.id);
  await desk.call('POST', `appointments/${booked.id}/move`, { start: soonToday(10, zone), doubleBook: true }, version);
  const card = cardOf(page, 'Bea Lindholm', 'Expected');
  await expect(card).toContainText('Not confirmed');

  // confirmed on a phone: the card says so
  const phone = await aWindow(browser, watch, { viewport: { width: 360, height: 740 } });
  await phone.goto(link);
  await phone.getByRole('button', { name: 'I will come' }).click();
  await expect(card).toContainText('Confirmed');

  // her clinician has her own day open meanwhile
  const clinician = await aWindow(browser, watch, { baseURL });
  await signIn(clinician, stack, 'clinician');
  await expect(clinician.getByRole('radio', { name: 'My day' })).toBeChecked();
  await cardOf(clinician, 'Bea Lindholm', 'Expected').waitFor();

  // down to her card; there, one key checks her in, and the focus goes along with her
  await page.keyboard.press('ArrowDown');
  const open = card.getByRole('link', { name: /appointment of Bea Lindholm/ });
  for (let presses = 0; presses < 20 && !(await open.evaluate(isFocused)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('i');
  const here = cardOf(page, 'Bea Lindholm', 'Arrived');
  await expect(here).toContainText('Dr. Reyes is told');
  await expect(page.getByText('Bea Lindholm is checked in. Dr. Reyes is told')).toBeVisible();
  await expect(here.getByRole('link', { name: /appointment of Bea Lindholm/ })).toBeFocused();

  // the clinician hears of it, says that she knows, begins and ends; the desk sees each step
  await expect(clinician.getByText('Bea Lindholm is here')).toBeVisible();
  await cardOf(clinician, 'Bea Lindholm', 'Arrived').getByRole('button', { name: 'Seen' }).press('Enter');
  await expect(here).toContainText('Dr. Reyes has seen it');
  await cardOf(clinician, 'Bea Lindholm', 'Arrived')
    .getByRole('link', { name: /appointment of/ })
    .focus();
  await clinician.keyboard.press('i');
  await expect(cardOf(page, 'Bea Lindholm', 'In session')).toContainText('Until about');
  await expect(cardOf(clinician, 'Bea Lindholm', 'In session').getByRole('link').first()).toBeFocused();
  await clinician.keyboard.press('i');
  await cardOf(clinician, 'Bea Lindholm', 'Checkout').waitFor();

  // at the desk again: out
  await cardOf(page, 'Bea Lindholm', 'Checkout').getByRole('button', { name: 'Check out' }).press('Enter');
  await expect(column(page, 'Done').getByRole('listitem').filter({ hasText: 'Bea Lindholm' })).toBeVisible();
  expect((await desk.appointment(booked.id)).visit?.state).toBe('done');
  expect(await loads(page)).toBe(before);

  // Enter on the reached card opens the appointment
  const done = column(page, 'Done').getByRole('link', { name: 'Bea Lindholm' });
  await expect(done).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${booked.id}$`));
});

test('the next one is checked in with two keys from anywhere on the page; nobody unseen with one', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const { zone } = await desk.practice();
  const theo = await desk.client('theo marchetti');
  const booked = await desk.book(theo, 6);
  // the first of all who are expected
  await desk.call(
    'POST',
    `appointments/${booked.id}/move`,
    { start: `${soonToday(0, zone).slice(0, 10)}T00:00`, doubleBook: true },
    booked.version,
  );
  await signIn(page, stack, 'front_desk');
  const card = cardOf(page, 'Theo Marchetti', 'Expected').first();
  await card.waitFor();
  await page.keyboard.press('i');
  await expect(card.getByRole('link', { name: /appointment of Theo Marchetti/ })).toBeFocused();
  expect((await desk.appointment(booked.id)).state).toBe('scheduled');
  await page.keyboard.press('i');
  await expect(cardOf(page, 'Theo Marchetti', 'Arrived')).toBeVisible();
  expect((await desk.appointment(booked.id)).state).toBe('arrived');
});

test('somebody decides about who did not come, and takes it back when they came after all', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const { zone, policy } = await desk.practice();
  const minutes = policy.missingGraceMinutes + 5;
  test.skip(!wasToday(minutes, zone), 'nobody can be missing on a day that has just begun');
  const { id } = await desk.expected(await desk.client('ruth calloway'), minutes);
  await signIn(page, stack, 'front_desk');
  const card = cardOf(page, 'Ruth Calloway', 'Expected');
  await expect(card).toContainText('Not here');
  await expect(page.getByText(/not here: did they come\?/)).toBeVisible();

  // consequences first; leaving it leaves it
  const missed = card.getByRole('button', { name: 'Did not come' });
  await missed.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ruth Calloway did not come' });
  await expect(dialog).toContainText('No fee is charged and nobody is written to');
  await page.keyboard.press('Escape');
  await expect(missed).toBeFocused();
  expect((await desk.appointment(id)).state).toBe('scheduled');
  await missed.press('Enter');
  await dialog.getByRole('button', { name: 'Mark as missed' }).press('Enter');
  const row = column(page, 'Done').getByRole('listitem').filter({ hasText: 'Ruth Calloway' });
  await expect(row).toContainText('Did not come');

  // late, but here
  await row.getByRole('button', { name: 'More for Ruth Calloway' }).click();
  await page.getByRole('menuitem', { name: 'Came after all' }).press('Enter');
  await page
    .getByRole('dialog', { name: 'Check Ruth Calloway in' })
    .getByRole('button', { name: 'Check in' })
    .press('Enter');
  await expect(cardOf(page, 'Ruth Calloway', 'Arrived')).toBeVisible();
  expect((await desk.appointment(id)).state).toBe('arrived');
});

const isFocused = (element: Element): boolean => element === document.activeElement;
