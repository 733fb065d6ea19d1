import { addDays } from '../../browser/iso-day';
import { formatsIn } from '../../messages/format';
import { todayIn } from './near-now';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

test('week, month and list by their keys; a day opened from the month; an appointment made longer, all by keyboard', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const { zone } = await desk.practice();
  const formats = formatsIn({ language: 'en', zone });
  const booked = await desk.book(await desk.client('ruth calloway'), 11);
  const day = booked.localStart.slice(0, 10);
  const title = page.getByRole('heading', { level: 1 });
  await signIn(page, stack, 'front_desk');
  await page.goto(`/calendar?view=day&day=${day}`);
  await expect(title).toHaveText(formats.calendarDay(day));

  // a week of everybody who is shown; on and back by a week
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/view=week/);
  await page.getByRole('combobox', { name: 'Whose time' }).selectOption('all');
  const onDay = page.getByRole('list', { name: formats.calendarDay(day) });
  await expect(onDay.getByRole('link', { name: /^Ruth Calloway/ })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(new RegExp(`day=${addDays(day, 7)}`));
  await page.keyboard.press('p');

  // a list of what comes, and a month: from one of its days to the next, and into it
  await page.keyboard.press('l');
  await expect(
    page
      .getByRole('region', { name: formats.calendarDay(day) })
      .getByRole('link')
      .nth(1),
  ).toBeVisible();
  await page.keyboard.press('o');
  await expect(title).toHaveText(formats.calendarMonth(day));
  const inMonth = (date: string) => page.getByRole('link', { name: new RegExp(`^${formats.calendarDay(date)}, `) });
  await inMonth(day).focus();
  await page.keyboard.press('ArrowUp');
  await expect(inMonth(addDays(day, -7))).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(formats.calendarDay(day));

  // longer, by “Move…”
  const event = page.locator(`[data-appointment="${booked.id}"]`);
  await event.focus();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: /^Move Ruth Calloway/ });
  await dialog.getByLabel('Length').selectOption('75');
  await pressEnter(dialog.getByRole('button', { name: 'Move', exact: true }));
  await expect(dialog).toHaveCount(0);
  expect((await desk.appointment(booked.id)).minutes).toBe(75);

  // what was chosen last is what the calendar begins with
  await page.goto('/calendar');
  await expect(title).toHaveText(formats.calendarMonth(todayIn(zone)));
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/view=day/);
});
