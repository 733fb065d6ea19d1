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

test('dragged with the mouse, an appointment is moved after a question, made longer at once and back again; a free time that was found is booked', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const booked = await desk.book(await desk.client('wei zhang'), 10);
  const day = booked.localStart.slice(0, 10);
  const formats = formatsIn({ language: 'en', zone: booked.zone });
  const [hour = '', minute = ''] = booked.localStart.slice(11).split(':');
  const later = `${String(Number(hour) + 3).padStart(2, '0')}:${minute}`;
  await signIn(page, stack, 'front_desk');
  await page.goto(`/calendar?view=day&day=${day}`);
  const event = page.locator(`li:has(> [data-appointment="${booked.id}"])`).first();
  await event.waitFor();
  const drag = async (from: 'middle' | 'edge', hours: number) => {
    const box = await event.boundingBox();
    if (!box) throw new Error('the appointment is drawn');
    const [x, y] = [box.x + box.width / 3, from === 'edge' ? box.y + box.height - 3 : box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + hours * 64, { steps: 4 });
  };

  // let go of by Escape: nothing happens, and it is no click
  await drag('middle', 3);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`day=${day}$`));
  await drag('middle', 3);
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: /^Move Wei Zhang/ });
  await expect(dialog.getByRole('textbox', { name: 'Time' })).toHaveValue(formats.wallTime(later));
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // a length tells nobody anything: it is so at once, and can be as it was
  await drag('edge', 1);
  await page.mouse.up();
  await page.getByText(/^Wei Zhang: now \d+ minutes$/).waitFor();
  expect((await desk.appointment(booked.id)).minutes).toBeGreaterThan(booked.minutes);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/^Wei Zhang is back at/).waitFor();
  expect((await desk.appointment(booked.id)).minutes).toBe(booked.minutes);

  await page.keyboard.press('f');
  const find = page.getByRole('dialog', { name: 'Find a time' });
  await pressEnter(find.getByRole('button', { name: /with / }).first());
  await expect(page.getByRole('dialog', { name: 'Book an appointment' }).getByLabel('Kind')).toBeVisible();
});
