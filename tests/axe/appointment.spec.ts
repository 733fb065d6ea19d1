import type { Page } from '@playwright/test';
import { aColleague } from '../journeys/staff-api';
import { expect, signIn, test } from '../journeys/watched';
import { violationsOf } from './violations';

const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } } as const;

/** Opens a dialog by its key, waits until it has found everything out, looks, and closes it. */
async function lookAt(page: Page, key: string, dialog: string): Promise<readonly string[]> {
  await page.keyboard.press(key);
  const open = page.getByRole('dialog', { name: dialog });
  await open.getByRole('list', { name: 'This will happen' }).or(open.getByText('Choose another time')).waitFor();
  const found = await violationsOf(page);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  return found;
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const size of ['wide', 'narrow'] as const)
    test(`an appointment and its dialogs can be used by everyone, ${colorScheme}, ${size}`, async ({ page, stack }) => {
      test.setTimeout(120_000);
      const desk = await aColleague(stack);
      const wei = await desk.client('wei zhang');
      const booked = await desk.book(wei, 8);
      await desk.sendNow(booked.id);
      await page.setViewportSize(sizes[size]);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await signIn(page, stack, 'front_desk');
      await page.goto(`/calendar/appointments/${booked.id}`);
      await page.getByRole('heading', { level: 1, name: /Wei Zhang/ }).waitFor();
      await expect(page.getByRole('main').getByRole('region', { name: 'Messages' }).getByRole('listitem')).toHaveCount(
        1,
      );
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes[size].width);
      expect(await lookAt(page, 'm', 'Move Wei Zhang’s appointment')).toEqual([]);
      expect(await lookAt(page, 'x', 'Cancel Wei Zhang’s appointment')).toEqual([]);

      await page.goto(`/clients/${wei.id}`);
      await page.getByRole('button', { name: 'Book' }).waitFor();
      expect(await lookAt(page, 'b', 'Book an appointment')).toEqual([]);
      const { version } = await desk.appointment(booked.id);
      await desk.call('POST', `appointments/${booked.id}/cancel`, { reason: 'other' }, version);
      await page.goto(`/calendar/appointments/${booked.id}`);
      await page.getByRole('button', { name: 'Take back…' }).press('Enter');
      const restore = page.getByRole('dialog', { name: 'Restore Wei Zhang’s appointment' });
      await restore.getByRole('list', { name: 'This will happen' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
