import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../browser/browser-test';
import { frontDesk, problem, stubApi } from '../browser/stub-api';

/** Under which Chromium the pictures were drawn. Another one draws letters otherwise, and comparing would mean nothing. */
const record = join(__dirname, 'baseline/drawn-by.json');
const drawnBy = existsSync(record)
  ? (JSON.parse(readFileSync(record, 'utf8')) as { chromium: string }).chromium
  : 'nothing yet';

test.use({ viewport: { width: 1280, height: 900 } });

/** The same in every run: the time, the place, the fonts; nothing comes from outside. */
async function open(page: Page, url: string): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-12-01T18:52:00Z'));
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Compares with the picture, if this Chromium drew it; under another one it says so, and the page must still hold together. */
async function compare(page: Page, target: Page | ReturnType<Page['locator']>, name: string): Promise<void> {
  const version = page.context().browser()?.version() ?? '';
  const recording = process.env['KEPT_RECORD_SCREENS'] === '1';
  if (version === drawnBy || recording) {
    const picture = target as Page;
    await expect(picture).toHaveScreenshot(`${name}.png`);
    return;
  }
  const said = `${name} is not compared: Chromium ${drawnBy} drew it, this is ${version}. Look at it, then npm run screens:baseline`;
  test.info().annotations.push({ type: 'not compared', description: said });
  console.warn(said);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}

const specimens = [
  'table', 'table-states', 'tabs', 'charts', 'buttons', 'icon-buttons', 'pills', 'next-lines', 'cards', 'timeline', 'definitions', 'fields', 'choices',
  'combobox', 'files', 'dialogs', 'banners', 'errors', 'progress', 'skeletons', 'empty', 'toasts',
]; // prettier-ignore

for (const theme of ['light', 'dark']) {
  test(`the pieces look as drawn, ${theme}`, async ({ page, galleryOrigin }) => {
    await page.setViewportSize({ width: 1280, height: 5000 }); // all in sight: scrolled to, an edge falls between two pixels
    await open(page, `${galleryOrigin}/gallery?theme=${theme}`);
    const shown = await page
      .locator('[data-specimen]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-specimen')));
    expect(new Set(shown)).toEqual(new Set(specimens));
    for (const id of specimens) await compare(page, page.locator(`[data-specimen=${id}]`), `${id}-${theme}`);
  });

  test(`the shell looks as drawn, ${theme}`, async ({ page, galleryOrigin }) => {
    for (const show of ['today', 'claim']) {
      await open(page, `${galleryOrigin}/gallery?show=${show}&theme=${theme}`);
      await compare(page, page, `${show}-${theme}`);
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ju');
    await page.getByRole('option', { name: /Juniper/ }).waitFor();
    await compare(page, page, `palette-${theme}`);
  });

  test(`signing in looks as drawn, ${theme}`, async ({ page, adminOrigin, portalOrigin }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
    await stubApi(page, { 'GET /api/session': () => ({ status: 401, body: problem('signed_out', 401) }) });
    await open(page, adminOrigin);
    await compare(page, page, `sign-in-${theme}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, portalOrigin);
    await compare(page, page, `portal-sign-in-${theme}`);
    await page.unrouteAll();
    await stubApi(page, {
      'GET /api/session': () => ({
        status: 200,
        body: { ...frontDesk, person: { name: 'Juniper Vale', initials: 'JV' } },
      }),
    });
    await open(page, portalOrigin);
    await compare(page, page, `portal-home-${theme}`);
  });
}
