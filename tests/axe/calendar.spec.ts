import { aColleague } from '../journeys/staff-api';
import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

test('a week, a month and a list of the calendar, wide and narrow', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const desk = await aColleague(stack);
  await desk.book(await desk.client('omar siddiq'), 2);
  await signIn(page, stack, 'administrator');
  const views = [
    ['week', /^Book /],
    ['month', undefined],
    ['list', undefined],
  ] as const;
  for (const [view, free] of views) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/calendar?view=${view}&who=all`);
    await page.getByRole('radio', { name: view, exact: false }).and(page.locator(':checked')).waitFor();
    if (view === 'month') await page.getByRole('table').waitFor();
    else await page.locator('[data-appointment]').first().waitFor();
    await sides.see(page, view);
    if (free) {
      await page.getByRole('main').getByRole('button', { name: free }).first().focus();
      await sides.see(page, `${view}, a free time reached`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await sides.see(page, `${view} on a narrow screen`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Find a time' }).click();
  const find = page.getByRole('dialog', { name: 'Find a time' });
  await find.getByRole('heading', { level: 3 }).first().waitFor();
  await sides.see(page, 'find a time');
  expect(sides.found).toEqual([]);
});
