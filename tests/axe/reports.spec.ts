import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

const reports = [
  ['/reports/revenue', 'Money in'],
  ['/reports/aging', 'Money owed'],
  ['/reports/no-shows', 'No-shows'],
  ['/reports/reminders', 'Reminders'],
  ['/reports/unsigned-notes', 'Unsigned notes'],
] as const;

test('reports: the list, each with its chart and its table, on a narrow screen, and as of another day', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  await signIn(page, stack, 'administrator');
  await page.goto('/reports');
  await page.getByRole('link', { name: 'Money owed' }).waitFor();
  await sides.see(page, 'the list of reports');
  for (const [path, name] of reports) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('region', { name: 'How this is counted.' }).waitFor();
    await sides.see(page, path);
    await page.setViewportSize({ width: 360, height: 740 });
    await sides.see(page, `${path} on a narrow screen`);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await page.goto('/reports/aging');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/^money-owed-/);
  await page.goto('/reports/aging?asOf=2000-01-01');
  await expect(page.getByText('Nobody owes anything')).toBeVisible();
  await sides.see(page, 'a report of nothing');
  expect(sides.found).toEqual([]);
});

test('the practice on one page, wide and narrow', async ({ page, stack }) => {
  const sides = bothSides();
  await signIn(page, stack, 'administrator');
  await page.goto('/practice');
  const everything = ['Money in', 'Money owed', 'Visits this month', 'Unsigned notes', 'Reminders', 'System'];
  for (const name of everything) await page.getByRole('region', { name }).getByRole('definition').first().waitFor();
  await sides.see(page, 'the practice');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'the practice on a narrow screen');
  await page.getByRole('link', { name: 'Money owed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Money owed' }).waitFor();
  expect(sides.found).toEqual([]);
});
