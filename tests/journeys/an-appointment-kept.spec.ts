import { formatsIn } from '../../messages/format';
import { aWorkday } from './a-workday';
import { theSandbox } from './message-sandbox';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

const formats = formatsIn({ language: 'en', zone: 'America/New_York' });

test('a client is registered, booked, reminded and confirms; the appointment is moved, cancelled and taken back, all seen live', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(240_000);
  const sandbox = theSandbox(stack);
  const desk = await aColleague(stack);
  await signIn(page, stack, 'front_desk');

  // registered from the booking dialog: the client comes back into it
  await page.keyboard.press('b');
  const book = page.getByRole('dialog', { name: 'Book an appointment' });
  await expect(book.getByRole('combobox', { name: 'Client' })).toBeFocused();
  await pressEnter(book.getByRole('button', { name: 'Register a client' }));
  const register = page.getByRole('dialog', { name: 'Register a client' });
  await register.getByLabel('First name').fill('Vera');
  await register.getByLabel('Last name').fill('Quillfeather');
  await register.getByLabel('Birth date').fill('1988-03-09');
  await register.getByRole('textbox', { name: 'Email' }).fill('vera@client.example');
  await register.getByRole('checkbox', { name: 'Email' }).press('Space');
  await pressEnter(register.getByRole('button', { name: 'Register', exact: true }));
  await expect(book.getByRole('combobox', { name: 'Client' })).toHaveValue('Vera Quillfeather');
  await expect(book.getByText('The client was not here before.')).toBeVisible();
  await expect(book.getByLabel('Kind')).toHaveText(/Intake/);

  // a day is typed; what will go out is told before anything is booked
  await book.getByLabel('Day').fill(aWorkday(6));
  await book.getByLabel('Time').fill('10');
  await book.getByLabel('Time').press('Tab');
  const will = book.getByRole('list', { name: 'This will happen' });
  await expect(will.getByRole('listitem').filter({ hasText: '10:00 AM' }).first()).toContainText('Books');
  await expect(will.getByRole('listitem').filter({ hasText: 'Email reminder' })).toHaveCount(1);
  await pressEnter(book.getByRole('button', { name: 'Book', exact: true }));
  await expect(book).toHaveCount(0);
  await expect(page.getByText(/Vera Quillfeather is booked/)).toBeVisible();

  // from the client to the appointment
  await page.keyboard.press('Control+k');
  await page.keyboard.type('quillf');
  await page.getByRole('option', { name: /Vera Quillfeather/ }).waitFor();
  await page.keyboard.press('Enter');
  const ahead = page.getByRole('table', { name: 'Ahead' });
  await expect(ahead.getByRole('row').nth(1)).toContainText('Email reminder');
  await ahead.getByRole('link').first().press('Enter');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/Vera Quillfeather.*Not confirmed/);
  const id = page.url().slice(page.url().lastIndexOf('/') + 1);
  const loads = () => page.evaluate(() => performance.getEntriesByType('navigation').length);
  const [loaded, booked] = [await loads(), await desk.appointment(id)];

  // the email goes out at once; the reminder, the messages and what happened say so by themselves
  await pressEnter(page.getByRole('button', { name: 'Send now' }));
  const reminders = page.getByRole('region', { name: 'Reminders' });
  await expect(reminders.getByRole('listitem').filter({ hasText: '3 days before' })).toContainText(/Sent|Delivered/);
  await expect(page.getByRole('main').getByRole('region', { name: 'Messages' }).getByRole('listitem')).toHaveCount(1);
  const happened = page.getByRole('complementary', { name: 'What happened' });
  await expect(happened).toContainText('Email sent');
  const link = await sandbox.linkTo('vera@client.example', []);

  // the client confirms on a phone; the open page knows
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  watch.of(phone);
  await phone.goto(link);
  await phone.getByRole('button', { name: 'I will come' }).click();
  await expect(phone.getByText('Thank you')).toBeVisible();
  await expect(title).toHaveText(/Confirmed/);
  await expect(title).not.toHaveText(/Not confirmed/);
  await expect(happened).toContainText('by the client');

  // moved by keyboard: the confirmation lapses, and that is said before
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: 'Move Vera Quillfeather’s appointment' });
  await expect(move.getByLabel('Day')).toBeFocused();
  await expect(move.getByText('Choose another time, clinician or room.')).toBeVisible();
  await move.getByRole('radio', { name: '10:00 AM' }).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(move.getByText('The confirmation no longer holds')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(move).toHaveCount(0);
  await expect(title).toHaveText(/Not confirmed/);
  const moved = await desk.appointment(id);
  expect(moved.startsAt).not.toBe(booked.startsAt);
  await expect(page.getByText(formats.timeRange(moved.startsAt, moved.endsAt))).toBeVisible();

  // the link of the old message says what is true now
  await phone.goto(link);
  await expect(phone.getByText('This has changed since our message')).toBeVisible();

  // told of the new time, so a cancellation is told too, and says so before
  await pressEnter(page.getByRole('button', { name: 'Send now' }));
  await expect(page.getByRole('main').getByRole('region', { name: 'Messages' }).getByRole('listitem')).toHaveCount(2);
  await expect(happened.getByText('Email sent')).toHaveCount(2);
  await page.keyboard.press('x');
  const cancel = page.getByRole('dialog', { name: 'Cancel Vera Quillfeather’s appointment' });
  await expect(cancel.getByRole('button', { name: 'Back' })).toBeFocused();
  await expect(cancel.getByText('An email tells the client')).toBeVisible();
  await expect(cancel.getByText(/Counts as cancelled in time: \d+ hours of notice/)).toBeVisible();
  await cancel.getByRole('radio', { name: 'The practice' }).check();
  await pressEnter(cancel.getByRole('button', { name: 'Cancel the appointment' }));
  await expect(cancel.getByLabel('Reason')).toHaveAccessibleDescription('Fill this in');
  await cancel.getByLabel('Reason').selectOption('clinician_away');
  await pressEnter(cancel.getByRole('button', { name: 'Cancel the appointment' }));
  await expect(cancel).toHaveCount(0);
  await expect(title).toHaveText(/Cancelled/);
  await expect(page.getByText('Reason: The clinician is away')).toBeVisible();
  await expect(page.getByRole('main').getByRole('region', { name: 'Messages' })).toContainText('Cancellation notice');
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1, name: 'This appointment is cancelled' })).toBeVisible();

  // taken back
  await pressEnter(page.getByRole('button', { name: 'Take back…' }));
  const restore = page.getByRole('dialog', { name: 'Restore Vera Quillfeather’s appointment' });
  await expect(restore.getByRole('list', { name: 'This will happen' })).toContainText('again');
  await pressEnter(restore.getByRole('button', { name: 'Restore' }));
  await expect(restore).toHaveCount(0);
  await expect(title).toHaveText(/Not confirmed/);
  await expect(happened).toContainText('Appointment restored');
  expect(await loads()).toBe(loaded);
});
