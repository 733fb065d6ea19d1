import type { Page } from '@playwright/test';
import { aColleague } from './staff-api';
import { expect, signIn, test } from './watched';

/** What does not fit: cards and tables that leave the window, are crushed, or lie over one another. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main .k-card, main .k-table-frame')]
      .filter((one) => one.checkVisibility() && !one.parentElement?.closest('.k-card, .k-table-frame'))
      .map((one) => ({ name: one.textContent?.trim().slice(0, 30) ?? '', box: one.getBoundingClientRect() }));
    const over = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const lost = boxes.filter(({ box }) => box.left < 0 || box.right > innerWidth || box.width < innerWidth / 2);
    const covered = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => over(a.box, b.box)));
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return {
      boxes: boxes.length,
      lost: lost.map(({ name }) => name),
      covered: covered.map(({ name }) => name),
      wide,
    };
  });

test('at 360 pixels, which is 1280 at 350 %, each page of the console still holds together', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const ana = await (await aColleague(stack)).client('ana whitfield');
  await signIn(page, stack, 'administrator');
  await page.setViewportSize({ width: 360, height: 800 });
  const places = [
    ['/clients', 'table'],
    [`/clients/${ana.id}`, 'table'],
    ['/messages', 'table'],
    ['/messages?show=planned', 'table'],
    ['/system', 'table'],
  ] as const;
  for (const [path, role] of places) {
    await page.goto(path);
    await page.getByRole('main').getByRole(role).first().waitFor();
    const { boxes, ...found } = await misfits(page);
    expect([path, found]).toEqual([path, { lost: [], covered: [], wide: 0 }]);
    expect(boxes, path).toBeGreaterThan(0);
  }
});
