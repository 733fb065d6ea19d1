import { randomUUID } from 'node:crypto';
import { aColleague } from '../journeys/staff-api';
import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } } as const;

for (const size of ['wide', 'narrow'] as const)
  test(`an appointment and its dialogs can be used by everyone, ${size}`, async ({ page, stack }) => {
    test.setTimeout(150_000);
    const sides = bothSides();
    const desk = await aColleague(stack);
    const wei = await desk.client('wei zhang');
    const booked = await desk.book(wei, size === 'wide' ? 8 : 9);
    await desk.sendNow(booked.id);
    await page.setViewportSize(sizes[size]);
    await signIn(page, stack, 'front_desk');
    await page.goto(`/calendar/appointments/${booked.id}`);
    await page.getByRole('heading', { level: 1, name: /Wei Zhang/ }).waitFor();
    await expect(page.getByRole('main').getByRole('region', { name: 'Messages' }).getByRole('listitem')).toHaveCount(1);
    await sides.see(page, 'appointment');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes[size].width);

    const will = page.getByRole('dialog').getByRole('list', { name: 'This will happen' });
    const close = async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    await page.keyboard.press('m');
    const move = page.getByRole('dialog', { name: 'Move Wei Zhang’s appointment' });
    await move.getByLabel('Length').selectOption('75');
    await will.waitFor();
    await sides.see(page, 'move');
    await close();
    await page.keyboard.press('x');
    await will.waitFor();
    await sides.see(page, 'cancel');
    await close();

    // the whole of booking: what is missing, whom one finds, a time that is taken, and one that is free
    await page.keyboard.press('b');
    const book = page.getByRole('dialog', { name: 'Book an appointment' });
    await book.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(book.getByRole('combobox', { name: 'Client' })).toHaveAttribute('aria-invalid', 'true');
    await sides.see(page, 'book, nobody chosen');
    await book.getByRole('combobox', { name: 'Client' }).fill('wei');
    await book.getByRole('option', { name: /Wei Zhang/ }).waitFor();
    await sides.see(page, 'book, clients found');
    await page.keyboard.press('Enter');
    await will.waitFor();
    await sides.see(page, 'book');
    await book.getByLabel('Day').fill(booked.localStart.slice(0, 10));
    await book.getByLabel('Time').fill(booked.localStart.slice(11));
    await book.getByLabel('Time').press('Tab');
    await book.getByRole('alert').waitFor();
    await sides.see(page, 'book, time taken');
    await close();

    const { version, clinicianId, typeId, localStart } = await desk.appointment(booked.id);
    await desk.call('POST', `appointments/${booked.id}/cancel`, { reason: 'other' }, version);
    const other = await desk.client('grace kowalski');
    await desk.call('POST', 'appointments', { clientId: other.id, clinicianId, typeId, start: localStart });
    await page.getByRole('button', { name: 'Take back…' }).click();
    await page.getByRole('alert').waitFor();
    await sides.see(page, 'restore, time taken');
    await page.getByRole('dialog').getByRole('radio').first().check();
    await will.waitFor();
    await sides.see(page, 'restore');
    expect(sides.found).toEqual([]);
  });

test('an appointment that is not there is told as such', async ({ page, stack }) => {
  const sides = bothSides();
  await signIn(page, stack, 'front_desk');
  await page.goto(`/calendar/appointments/${randomUUID()}`);
  await page.getByRole('heading', { name: 'This appointment is not here' }).waitFor();
  await sides.see(page, 'no such appointment');
  expect(sides.found).toEqual([]);
});
