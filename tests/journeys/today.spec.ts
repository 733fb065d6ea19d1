import type { Browser, Locator, Page } from '@playwright/test';
import { afternoonZone, movePractice } from './afternoon';
import { theSandbox } from './message-sandbox';
import { wallTimeIn } from './near-now';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test, type Watch } from './watched';

const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });
const cardOf = (page: Page, name: string, at: string): Locator =>
  column(page, at).getByRole('article').filter({ hasText: name });

// whatever the hour is where this runs: today has some hours behind it and some ahead
let home = '';
test.beforeAll(async ({ stack }) => {
  home = (await (await aColleague(stack)).practice()).zone;
  await movePractice(stack, afternoonZone());
});
test.afterAll(({ stack }) => movePractice(stack, home));

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
  const address = 'nadia.ferris@client.example';
  await desk.call('POST', 'clients', {
    firstName: 'Nadia',
    lastName: 'Ferris',
    birthDate: '1994-02-11',
    zone,
    contacts: [{ kind: 'email', value: address }],
    consents: ['email'],
  });
  const booked = await desk.book(await desk.client('nadia ferris'), 6);
  await desk.sendNow(booked.id);
  const link = await sandbox.linkTo(address, []);
  const { version } = await desk.appointment(booked.id);
  await desk.call('POST', `appointments/${booked.id}/move`, { start: wallTimeIn(10, zone), doubleBook: true }, version);
  const card = cardOf(page, 'Nadia Ferris', 'Expected');
  await expect(card).toContainText('Not confirmed');

  // confirmed on a phone: the card says so
  const phone = await aWindow(browser, watch, { viewport: { width: 360, height: 740 } });
  await phone.goto(link);
  await phone.getByRole('button', { name: 'I will come', exact: true }).click();
  await expect(card).toContainText('Confirmed');

  // her clinician has her own day open meanwhile
  const clinician = await aWindow(browser, watch, { baseURL });
  await signIn(clinician, stack, 'clinician');
  await clinician.goto('/today');
  await expect(clinician.getByRole('radio', { name: 'Mine' })).toBeChecked();
  await cardOf(clinician, 'Nadia Ferris', 'Expected').waitFor();

  // down to her card; there, one key checks her in, and the focus goes along with her
  await page.keyboard.press('ArrowDown');
  const open = card.getByRole('link', { name: /appointment of Nadia Ferris/ });
  for (let presses = 0; presses < 20 && !(await open.evaluate(isFocused)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('i');
  const here = cardOf(page, 'Nadia Ferris', 'Arrived');
  await expect(here).toContainText('Dr. Reyes is told');
  await expect(page.getByText('Nadia Ferris is checked in. Dr. Reyes is told')).toBeVisible();
  await expect(here.getByRole('link', { name: /appointment of Nadia Ferris/ })).toBeFocused();

  // the clinician hears of it, says that she knows, begins and ends; the desk sees each step
  await expect(clinician.getByText('Nadia Ferris is here')).toBeVisible();
  await pressEnter(cardOf(clinician, 'Nadia Ferris', 'Arrived').getByRole('button', { name: 'Seen' }));
  await expect(here).toContainText('Dr. Reyes has seen it');
  await cardOf(clinician, 'Nadia Ferris', 'Arrived')
    .getByRole('link', { name: /appointment of/ })
    .focus();
  await clinician.keyboard.press('i');
  await expect(cardOf(page, 'Nadia Ferris', 'In session')).toContainText('Until about');
  await expect(cardOf(clinician, 'Nadia Ferris', 'In session').getByRole('link').first()).toBeFocused();
  await clinician.keyboard.press('i');
  await cardOf(clinician, 'Nadia Ferris', 'Checkout').waitFor();

  // at the desk again: out
  await pressEnter(cardOf(page, 'Nadia Ferris', 'Checkout').getByRole('button', { name: 'Check out' }));
  await expect(column(page, 'Done').getByRole('listitem').filter({ hasText: 'Nadia Ferris' })).toBeVisible();
  expect((await desk.appointment(booked.id)).visit?.state).toBe('done');
  expect(await loads(page)).toBe(before);

  // Enter on the reached card opens the appointment
  const done = column(page, 'Done').getByRole('link', { name: 'Nadia Ferris' });
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
  await desk.expected(await desk.client('theo marchetti'), 5);
  await signIn(page, stack, 'front_desk');
  const expected = column(page, 'Expected').getByRole('article');
  await expected.first().waitFor();
  const before = await expected.count();

  // the first goes there and does nothing, the second does it
  await page.keyboard.press('i');
  const first = expected.first().getByRole('link', { name: /appointment of/ });
  await expect(first).toBeFocused();
  const link = (await first.getAttribute('href')) ?? '';
  expect(await expected.count()).toBe(before);
  await page.keyboard.press('i');
  await expect(column(page, 'Arrived').locator(`a[href="${link}"]`)).toBeFocused();
  await expect(expected).toHaveCount(before - 1);
  expect((await desk.appointment(link.slice(link.lastIndexOf('/') + 1))).state).toBe('arrived');
});

test('somebody decides about who did not come, and takes it back when they came after all', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const { policy } = await desk.practice();
  const minutes = policy.missingGraceMinutes + 5;
  const { id } = await desk.expected(await desk.client('ruth calloway'), minutes);
  await signIn(page, stack, 'front_desk');
  const card = cardOf(page, 'Ruth Calloway', 'Expected');
  await expect(card).toContainText('Not here');
  await expect(page.getByText(/not here: did they come\?/)).toBeVisible();

  // consequences first; leaving it leaves it
  const missed = card.getByRole('button', { name: 'Did not come' });
  await pressEnter(missed);
  const dialog = page.getByRole('dialog', { name: 'Ruth Calloway did not come' });
  await expect(dialog).toContainText('No fee is charged and nobody is written to');
  await page.keyboard.press('Escape');
  await expect(missed).toBeFocused();
  expect((await desk.appointment(id)).state).toBe('scheduled');
  await pressEnter(missed);
  await pressEnter(dialog.getByRole('button', { name: 'Mark as missed' }));
  const row = column(page, 'Done').getByRole('listitem').filter({ hasText: 'Ruth Calloway' });
  await expect(row).toContainText('Did not come');

  // late, but here
  await row.getByRole('button', { name: 'More for Ruth Calloway' }).click();
  await pressEnter(page.getByRole('menuitem', { name: 'Came after all' }));
  await page
    .getByRole('dialog', { name: 'Check Ruth Calloway in' })
    .getByRole('button', { name: 'Check in' })
    .press('Enter');
  await expect(cardOf(page, 'Ruth Calloway', 'Arrived')).toBeVisible();
  expect((await desk.appointment(id)).state).toBe('arrived');
});

test('what goes out later goes out now, on the word of the desk', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const { zone } = await desk.practice();
  const isla = await desk.client('isla moreno');
  const booked = await desk.book(isla, 6);
  // far enough ahead that a reminder is still planned for today
  await desk.call(
    'POST',
    `appointments/${booked.id}/move`,
    { start: wallTimeIn(180, zone), doubleBook: true },
    booked.version,
  );
  await signIn(page, stack, 'front_desk');
  const card = column(page, 'Expected')
    .getByRole('article')
    .filter({ has: page.locator(`a[href$="${booked.id}"]`) });
  await expect(card).toContainText(/reminder \d+:\d\d [AP]M · Send now/);
  const line = card.getByText(/reminder/);
  const before = await line.textContent();
  await pressEnter(card.getByRole('button', { name: /^Send now/ }));
  await expect(page.getByText('The message to Isla Moreno goes out now')).toBeVisible();
  await expect(line.filter({ hasText: before ?? '' })).toHaveCount(0);
  const { reminders } = await desk.appointment(booked.id);
  expect(reminders.some(({ sentAt }) => sentAt !== null)).toBe(true);
});

const isFocused = (element: Element): boolean => element === document.activeElement;
