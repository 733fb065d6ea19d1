import { anExpectedVisit } from './a-held-visit';
import { afternoonZone, movePractice } from './afternoon';
import { aColleague } from './staff-api';
import { expect, signIn, test } from './watched';

// whatever the hour is where this runs: today has some hours behind it and some ahead
let home = '';
test.beforeAll(async ({ stack }) => {
  home = (await (await aColleague(stack)).practice()).zone;
  await movePractice(stack, afternoonZone());
});
test.afterAll(({ stack }) => movePractice(stack, home));

const isFocused = (element: Element): boolean => element === document.activeElement;

test('a clinician lands on her day and begins, completes and writes by keys alone; what the desk does is marked as it comes', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const person = { firstName: 'Ottilie', lastName: 'Varga', birthDate: '1984-03-09', memberId: 'W700900MYD' };
  const visit = await anExpectedVisit(stack, person, 5);
  await signIn(page, stack, 'clinician');
  await expect(page).toHaveURL(/\/my-day$/);
  const day = page.getByRole('list', { name: 'Your visits of today' });
  const row = day.getByRole('listitem').filter({ hasText: 'Ottilie Varga' });
  const link = row.getByRole('link', { name: /appointment of Ottilie Varga/ });
  await expect(row).toContainText('Expected');
  await expect(page.getByRole('main')).toBeFocused();

  // the desk checks her in: it comes by itself, is marked, and the focus stays where it is
  const { version } = await visit.desk.appointment(visit.appointmentId);
  await visit.desk.call('POST', `appointments/${visit.appointmentId}/check-in`, {}, version);
  await expect(row).toContainText('Here since');
  await expect(page.getByRole('status').filter({ hasText: 'changed since you looked' })).toBeVisible();
  await expect(row).toContainText('changed since you looked');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('u');
  await expect(link).toBeFocused();

  // to her by arrows, then one key for each step; whoever acts has seen what was marked
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 30 && !(await link.evaluate(isFocused)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('i');
  await expect(row).toContainText('In session since');
  await expect(row).not.toContainText('changed since you looked');
  await expect(link).toBeFocused();
  await page.keyboard.press('i');
  await expect(row).toContainText('At checkout');
  await expect(page.getByRole('region', { name: /Notes to sign/ })).toContainText('Ottilie Varga');
  await expect(link).toBeFocused();
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/note$/);
});

test('each lands where the day of her role is, and Work begins with her queue', async ({ page, stack }) => {
  await signIn(page, stack, 'biller');
  await expect(page).toHaveURL(/\/work$/);
  await expect(page.getByRole('radio', { name: 'Billing' })).toBeChecked();
  await page.getByRole('radio', { name: 'All' }).click();
  await expect(page).toHaveURL(/\/work\?queue=all$/);
  await page.getByRole('radio', { name: 'Billing' }).click();
  await expect(page).toHaveURL(/\/work$/);
});
