import { aWorkday } from './a-workday';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

test('two people move one appointment: both wishes are shown, and mine is saved on top of theirs', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const booked = await desk.book(await desk.client('eleanor pike'), 9);
  await signIn(page, stack, 'front_desk');
  await page.goto(`/calendar/appointments/${booked.id}`);
  await page.getByRole('heading', { level: 1, name: /Eleanor Pike/ }).waitFor();
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: 'Move Eleanor Pike’s appointment' });
  await move.getByLabel('Length').selectOption('75');
  await expect(move.getByRole('list', { name: 'This will happen' })).toBeVisible();
  await desk.call(
    'POST',
    `appointments/${booked.id}/move`,
    { start: booked.localStart, modality: 'telehealth' },
    booked.version,
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Telehealth/); // the page knows, the form keeps mine
  await pressEnter(move.getByRole('button', { name: 'Move' }));
  const conflict = page.getByRole('dialog', { name: 'Someone changed this while you were typing' });
  await expect(conflict.getByRole('row', { name: /Length/ })).toContainText('75 min');
  await expect(conflict.getByRole('row', { name: /Where/ })).toContainText('Video');
  await pressEnter(conflict.getByRole('button', { name: 'Save mine' }));
  await expect(conflict).toHaveCount(0);
  await expect(move).toHaveCount(0);
  expect(await desk.appointment(booked.id)).toMatchObject({ minutes: 75, modality: 'telehealth' });
});

test('an appointment that changed while its cancellation was written is told as it is now; the reason stays', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const booked = await desk.book(await desk.client('daniel ferro'), 10);
  await signIn(page, stack, 'front_desk');
  await page.goto(`/calendar/appointments/${booked.id}`);
  await page.getByRole('heading', { level: 1, name: /Daniel Ferro/ }).waitFor();
  await page.keyboard.press('x');
  const cancel = page.getByRole('dialog', { name: 'Cancel Daniel Ferro’s appointment' });
  await cancel.getByLabel('Reason').selectOption('client_ill');
  await expect(cancel.getByRole('list', { name: 'This will happen' })).toContainText('Cancels');
  await desk.move(booked.id, 12);
  await pressEnter(cancel.getByRole('button', { name: 'Cancel the appointment' }));
  await expect(cancel.getByRole('alert')).toContainText('It has changed meanwhile');
  await expect(cancel.getByLabel('Reason')).toHaveValue('client_ill');
  const again = cancel.getByRole('button', { name: 'Cancel the appointment' });
  await expect(again).toBeEnabled(); // what it does now is shown
  await pressEnter(again);
  await expect(cancel).toHaveCount(0);
  expect(await desk.appointment(booked.id)).toMatchObject({ state: 'cancelled', cancelReason: 'client_ill' });
});

test('a cancelled appointment whose time someone else has now comes back at a free one near it, with its story, by one press', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const [jonah, noor] = [await desk.client('jonah abrams'), await desk.client('noor haddad')];
  const { staff, types } = await desk.practice();
  const clinicianId = staff.find(({ name }) => name === 'Lewis Okafor')?.id;
  const typeId = types.find(({ code }) => code === 'therapy')?.id;
  const slot = { clinicianId, typeId, start: `${aWorkday(22)}T11:00` };
  const mine = await desk.call<{ id: string; version: number }>('POST', 'appointments', {
    clientId: jonah.id,
    ...slot,
  });
  await desk.call('POST', `appointments/${mine.id}/cancel`, { reason: 'other' }, mine.version);
  await desk.call('POST', 'appointments', { clientId: noor.id, ...slot });
  await signIn(page, stack, 'front_desk');
  await page.goto(`/calendar/appointments/${mine.id}`);
  await pressEnter(page.getByRole('button', { name: 'Take back…' }));
  const restore = page.getByRole('dialog', { name: 'Restore Jonah Abrams’s appointment' });
  const press = restore.getByRole('button', { name: 'Restore' });
  await expect(restore.getByRole('alert')).toContainText('L. Okafor');
  await expect(press).toBeDisabled();
  const free = restore.getByRole('radio');
  const [first, other] = [await free.nth(0).inputValue(), free.nth(1)];

  await free.nth(0).check();
  await expect(restore.getByRole('list', { name: 'This will happen' })).toContainText('again');

  // the one that was chosen goes meanwhile: what is free now is shown in its place
  await desk.call('POST', 'appointments', { clientId: noor.id, clinicianId, typeId, start: first, doubleBook: true });
  await press.click();
  await expect(restore.getByRole('alert')).toContainText('L. Okafor');
  await expect(free.nth(0)).toBeFocused();
  expect(await free.nth(0).inputValue()).not.toBe(first);
  await other.check();
  const start = await other.inputValue();
  await press.click();
  await expect(page.getByText(/Jonah Abrams is booked again/)).toBeVisible();
  await expect(restore).toHaveCount(0);
  expect(await desk.appointment(mine.id)).toMatchObject({ state: 'scheduled', localStart: start });
});
