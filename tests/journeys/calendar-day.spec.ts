import type { Page } from '@playwright/test';
import { addDays } from '../../browser/iso-day';
import { formatsIn } from '../../messages/format';
import { walkByTab } from './every-control';
import { todayIn } from './near-now';
import { aColleague } from './staff-api';
import { expect, signIn, test } from './watched';

const timesOf = (page: Page, who: string) => page.getByRole('list', { name: who });

test('a day by clinician: walked by arrow keys, booked from a free time, moved by its key, in step with what others do', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  const { zone } = await desk.practice();
  const formats = formatsIn({ language: 'en', zone });
  const today = todayIn(zone);
  // a day that the demonstration left empty
  const day = addDays(today, 13);
  await signIn(page, stack, 'front_desk');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(formats.calendarDay(today));
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(formats.calendarDay(addDays(today, 1)));
  await page.getByRole('textbox', { name: 'Day' }).fill(day);
  await expect(page).toHaveURL(new RegExp(`day=${day}$`));

  // one free time to the next, and to the clinician beside
  const reyes = timesOf(page, 'Dr. Camila Reyes, PsyD');
  const lindqvist = timesOf(page, 'Dr. Signe Lindqvist, MD');
  const free = (at: string) => ({ name: new RegExp(`^Book ${at} `) });
  await reyes.getByRole('button', free('9:00 AM')).focus();
  await page.keyboard.press('ArrowDown');
  await expect(reyes.getByRole('button', free('9:30 AM'))).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(lindqvist.getByRole('button', free('9:30 AM'))).toBeFocused();

  // Enter books there: clinician, day and time are filled in
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Book an appointment' });
  await expect(dialog.getByLabel('Clinician')).toHaveText(/Lindqvist/);
  await expect(dialog.getByRole('textbox', { name: 'Day' })).toHaveValue(day);
  await expect(dialog.getByRole('textbox', { name: 'Time' })).toHaveValue('9:30 AM');
  await page.keyboard.press('Escape');
  await expect(lindqvist.getByRole('button', free('9:30 AM'))).toBeFocused();

  // a colleague books that very time: it stands there, and can be booked no more
  const omar = await desk.client('omar siddiq');
  const { staff, types } = await desk.practice();
  const booked = await desk.call<{ id: string }>('POST', 'appointments', {
    clientId: omar.id,
    clinicianId: staff.find(({ name }) => name.includes('Lindqvist'))?.id,
    typeId: types.find(({ code }) => code === 'therapy')?.id,
    start: `${day}T09:30`,
  });
  const event = lindqvist.getByRole('link', { name: /^Omar Siddiq/ });
  await expect(event).toContainText('Not confirmed');
  await expect(lindqvist.getByRole('button', free('9:30 AM'))).toHaveCount(0);

  // moved by its key, without dragging; opened by Enter
  await event.focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: 'Move Omar Siddiq' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(event).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${booked.id}$`));
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`day=${day}$`));
  await expect(event).toBeVisible();
});

test('what a clinician may not see of a colleague is told as busy, and no more', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const { zone, staff, types } = await desk.practice();
  const day = addDays(todayIn(zone), 12);
  await desk.call('POST', 'appointments', {
    clientId: (await desk.client('jonah abrams')).id,
    clinicianId: staff.find(({ name }) => name.includes('Tran'))?.id,
    typeId: types.find(({ code }) => code === 'therapy')?.id,
    start: `${day}T10:00`,
  });
  await signIn(page, stack, 'clinician');
  await page.goto(`/calendar?day=${day}`);
  const tran = timesOf(page, 'Minh Tran, LMFT');
  await expect(tran.getByRole('listitem').filter({ hasText: /^Busy/ })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Jonah');
});

test('on a narrow screen one clinician is shown at a time, and nothing scrolls sideways', async ({ page, stack }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, stack, 'front_desk');
  await page.goto('/calendar');
  await expect(timesOf(page, 'Dr. Camila Reyes, PsyD')).toBeVisible();
  await expect(timesOf(page, 'Minh Tran, LMFT')).toHaveCount(0);
  await page.getByLabel('Whose time').selectOption({ label: 'Minh Tran, LMFT' });
  await expect(timesOf(page, 'Minh Tran, LMFT')).toBeVisible();
  await expect(page).toHaveURL(/who=/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.goto('/today');
  await page.getByRole('region', { name: /^Expected/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('Tab comes to every control of Today and of the calendar, and each shows it', async ({ page, stack }) => {
  test.setTimeout(120_000);
  await signIn(page, stack, 'front_desk');
  await page.getByRole('heading', { name: /^Free / }).waitFor();
  const today = await walkByTab(page);
  expect([today.unreached, today.unseen]).toEqual([[], []]);
  expect(today.reached).toBeGreaterThan(15);
  await page.goto('/calendar');
  await timesOf(page, 'Dr. Camila Reyes, PsyD').waitFor();
  const calendar = await walkByTab(page);
  expect([calendar.unreached, calendar.unseen]).toEqual([[], []]);
  expect(calendar.reached).toBeGreaterThan(10);
});
