import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { formatsIn } from '../../messages/format';
import { letDaysPass } from './let-time-pass';
import { theSandbox } from './message-sandbox';
import { aColleague } from './staff-api';
import { type Watch, expect, leaksOf, test } from './watched';

const chicago = formatsIn({ language: 'en', zone: 'America/Chicago' });
const newYork = formatsIn({ language: 'en', zone: 'America/New_York' });

/** A phone of 360 pixels, with nobody signed in. */
async function aPhone(browser: Browser, watch: Watch, locale = 'en-US'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    timezoneId: 'America/Chicago',
    locale,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  watch.of(page);
  return page;
}

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 12; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

test('whoever holds the link of a reminder confirms it on a phone, and later sees what is true then', async ({
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  const sandbox = theSandbox(stack);
  const omar = await desk.client('omar siddiq');
  const address = omar.email ?? '';
  const booked = await desk.book(omar, 6);
  const known = await sandbox.linksTo(address);
  await desk.sendNow(booked.id);
  const link = await sandbox.linkTo(address, known);
  const token = link.slice(link.lastIndexOf('/') + 1);
  const page = await aPhone(browser, watch);

  // as it stands, in the time of the phone; without a name, and without the token in the address
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Your appointment' })).toBeVisible();
  const card = page.getByRole('article');
  await expect(card.getByRole('heading')).toHaveText(chicago.dayTime(booked.startsAt));
  await expect(card).toContainText(`Your time, Chicago (${newYork.time(booked.startsAt)} in New York)`);
  await expect(card).toContainText('Not confirmed yet');
  await expect(page.locator('body')).not.toContainText(/omar|siddiq/i);
  expect(new URL(page.url()).pathname).toBe('/a');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  // confirmed by keyboard: thanked, and the practice knows
  await tabTo(page, 'I will come');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('status')).toHaveText(
    `Thank you We expect you ${chicago.day(booked.startsAt)} at ${chicago.time(booked.startsAt)}.`,
  );
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card).toContainText('Confirmed');
  expect((await desk.appointment(booked.id)).state).toBe('confirmed');

  // into the calendar, made in the browser
  await tabTo(page, 'Add to calendar');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('appointment.ics');
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain(`DTSTART:${new Date(booked.startsAt).toISOString().replaceAll(/[-:]|\.000/g, '')}`);
  expect(file).not.toMatch(/omar|counseling|therapy/i);

  // moved since: the same link says so and shows the new time
  const moved = await desk.move(booked.id, 8);
  await page.goto(link);
  await expect(page.getByText('This has changed since our message')).toBeVisible();
  await expect(card.getByRole('heading')).toHaveText(chicago.dayTime(moved.startsAt));
  await expect(card).toContainText('Not confirmed yet');

  // cancelled while the page is open: confirming says what is true now
  await desk.call('POST', `appointments/${booked.id}/cancel`, { reason: 'client_asked' }, moved.version);
  await page.getByRole('button', { name: 'I will come', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('It had changed meanwhile. This is how it stands now.');
  await expect(page.getByRole('heading', { level: 1, name: 'This appointment is cancelled' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'This appointment is cancelled' })).toBeVisible();
  await expect(page.getByText('You do not need to come.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I will come', exact: true })).toHaveCount(0);

  // a page that was loaded again has forgotten the link
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Open the link in our message again' })).toBeVisible();

  // long after: it has expired, and says whom to call
  await letDaysPass(stack, booked.id, 12);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link has expired' })).toBeVisible();
  await expect(page.getByRole('link', { name: '(212) 555-0100' })).toHaveAttribute('href', 'tel:+12125550100');

  // the token was never anywhere but in the message and in bodies
  const addresses = watch.addresses.filter((one) => one !== link);
  expect(await leaksOf(page, { addresses, stack, secrets: [token] })).toEqual([]);
});

test('a client who reads Spanish is spoken to in Spanish, and half a link is told as such', async ({
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const sandbox = theSandbox(stack);
  const isla = await desk.client('isla moreno');
  const address = isla.email ?? '';
  const booked = await desk.book(isla, 7);
  const known = await sandbox.linksTo(address);
  await desk.sendNow(booked.id);
  const link = await sandbox.linkTo(address, known);
  const page = await aPhone(browser, watch);
  const half = link.slice(0, -9);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Su cita' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('contentinfo')).toContainText('988');
  await page.goto(half);
  await expect(page.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
  await page.getByRole('radio', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Este enlace no está completo' })).toBeVisible();
});
