import type { Page } from '@playwright/test';
import { violationsOf } from '../axe/violations';
import { expect, test } from './browser-test';

/** The dialog has arrived: a colour half way there has no contrast to judge. */
const settled = (page: Page) =>
  page.getByRole('dialog').evaluate((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)));

const dialogs = [
  'Dialog with a form',
  'Drawer at the side',
  'Consequences first',
  'Consequences not known yet',
  'Idle warning',
  'Session ended',
];

for (const theme of ['light', 'dark']) {
  test.describe(`on the ${theme} side`, () => {
    test('every piece in each of its states passes axe', async ({ page, galleryOrigin }) => {
      await page.goto(`${galleryOrigin}/gallery?theme=${theme}`);
      await page.getByRole('heading', { name: 'Design pieces' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });

    test('every dialog passes axe while it is open', async ({ page, galleryOrigin }) => {
      await page.goto(`${galleryOrigin}/gallery?theme=${theme}`);
      for (const name of dialogs) {
        await page.getByRole('button', { name, exact: true }).click();
        await page.getByRole('dialog').waitFor();
        await settled(page);
        expect([name, await violationsOf(page)]).toEqual([name, []]);
        if (name === 'Session ended') break; // it closes by signing in alone
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });

    test('the menu and the client picker pass axe while they are open', async ({ page, galleryOrigin }) => {
      await page.goto(`${galleryOrigin}/gallery?theme=${theme}`);
      await page.getByRole('button', { name: 'More for this claim' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: 'Client' }).fill('ju');
      await expect(page.getByRole('option', { name: /Juniper/ })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });

    test('the shell, its palette and its list of keys pass axe', async ({ page, galleryOrigin }) => {
      for (const show of ['today', 'claim']) {
        await page.goto(`${galleryOrigin}/gallery?show=${show}&theme=${theme}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([show, await violationsOf(page)]).toEqual([show, []]);
      }
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ju');
      await expect(page.getByRole('option', { name: /Juniper/ })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}

for (const width of [320, 1280, 1920]) {
  test(`at ${width} pixels nothing is wider than the window`, async ({ page, galleryOrigin }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/gallery', '/gallery?show=today', '/gallery?show=claim']) {
      await page.goto(galleryOrigin + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, wide]).toEqual([path, 0]);
    }
  });
}

test('with reduced motion nothing moves', async ({ page, galleryOrigin }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${galleryOrigin}/gallery`);
  await page.getByRole('button', { name: 'Dialog with a form' }).click();
  await page.getByRole('dialog').waitFor();
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0).length,
  );
  expect(moving).toBe(0);
});
