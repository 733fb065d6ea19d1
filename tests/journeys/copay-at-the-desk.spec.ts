import type { Locator, Page } from '@playwright/test';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import { anExpectedVisit, holdVisit, signVisit } from './a-held-visit';
import { afternoonZone, movePractice } from './afternoon';
import { sendNow } from './as-billing';
import { walkByTab } from './every-control';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

// whatever the hour is where this runs: who was expected a while ago was expected today
let home = '';
test.beforeAll(async ({ stack }) => {
  home = (await (await aColleague(stack)).practice()).zone;
  await movePractice(stack, afternoonZone());
});
test.afterAll(({ stack }) => movePractice(stack, home));

/** Every control of the page, or of the dialog that is open, is come to by Tab and shows it. */
async function everyControl(page: Page, place: string): Promise<void> {
  const { unreached, unseen } = await walkByTab(page);
  expect([place, unreached, unseen]).toEqual([place, [], []]);
}

/** Presses Tab until a control has the focus, then Enter. */
async function choose(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
}

test('a copay is taken at check-in, the charge is looked at, changed and approved without a mouse, and the payer’s copay meets what was paid', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(240_000);
  const odile = { firstName: 'Odile', lastName: 'Brandt', birthDate: '1979-09-02', memberId: 'W700200' };
  const visit = await anExpectedVisit(stack, { ...odile, copayCents: 25_00 }, 60);

  // the desk: she is here, and pays what her card says
  await signIn(page, stack, 'front_desk');
  const card = page.getByRole('article').filter({ hasText: 'Odile Brandt' });
  await expect(card.getByText('Copay $25.00')).toBeVisible();
  await card.getByRole('link').first().focus();
  await page.keyboard.press('i');
  await expect(
    page.getByRole('region', { name: /^Arrived/ }).getByRole('link', { name: 'Odile Brandt', exact: true }),
  ).toBeVisible();
  await pressEnter(card.getByRole('button', { name: 'More for Odile Brandt' }));
  await pressEnter(page.getByRole('menuitem', { name: 'Take a payment' }));
  const dialog = page.getByRole('dialog', { name: 'Take a payment from Odile Brandt' });
  await expect(dialog.getByLabel('Amount')).toBeFocused();
  await expect(dialog.getByLabel('Amount')).toHaveValue('$25.00');
  await everyControl(page, 'take a payment');
  await dialog.getByRole('radio', { name: 'Card' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Cash' })).toBeChecked();
  await expect(dialog).toContainText('$25.00 stands to the credit of Odile Brandt after it');
  await expect(dialog).toContainText('It settles what this visit leaves to the client before anything else');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('$25.00 from Odile Brandt')).toBeVisible();
  await expect(card.getByText('Copay $25.00')).toHaveCount(0);

  // nothing is asked for twice; her balance stands with her
  await pressEnter(card.getByRole('button', { name: 'More for Odile Brandt' }));
  await pressEnter(page.getByRole('menuitem', { name: 'Open client' }));
  await page.getByRole('tab', { name: 'Balance' }).click();
  await expect(page.getByText('Odile Brandt has $25.00 in credit')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog').getByLabel('Amount')).toHaveValue('');
  await page.keyboard.press('Escape');

  // the session is held, noted and signed
  const visitId = await holdVisit(visit);
  await signVisit(visit, visitId, 46);

  // Billing opens the charge by its link, adds a service, says otherwise how long it was, and approves both
  const context = await browser.newContext({ baseURL: stack.consoleUrl });
  const billing = await context.newPage();
  watch.of(billing);
  await signIn(billing, stack, 'biller');
  await billing.keyboard.press('g');
  await billing.keyboard.press('h');
  const charges = billing.getByRole('table', { name: 'Charges, the latest visit first' });
  const rows = charges.getByRole('row').filter({ has: billing.getByRole('link', { name: 'Odile Brandt' }) });
  await expect(rows).toContainText(['90834']);
  await everyControl(billing, 'charges');
  await choose(billing, rows.getByRole('link'));
  const drawer = billing.getByRole('dialog', { name: '90834' });
  await drawer.getByRole('heading', { name: 'What happened' }).waitFor();
  await everyControl(billing, 'a charge');
  await choose(billing, drawer.getByRole('button', { name: 'Add a service' }));
  const adding = billing.getByRole('dialog', { name: 'Add a service for Odile Brandt' });
  await expect(adding.getByLabel('Code')).toBeFocused(); // once the codes with a fee have come
  await billing.keyboard.type('90785');
  await everyControl(billing, 'add a service');
  await choose(billing, adding.getByRole('button', { name: 'Add it' }));
  await expect(adding).toHaveCount(0);
  await choose(billing, drawer.getByRole('button', { name: 'Change' }));
  const changing = billing.getByRole('dialog', { name: 'Change what Odile Brandt is billed' });
  await changing.getByLabel('Minutes').fill('54');
  await billing.keyboard.press('Enter');
  await expect(changing).toHaveCount(0);
  await billing.getByRole('dialog', { name: '90837' }).waitFor();
  await billing.keyboard.press('Escape');
  await expect(billing.getByRole('dialog')).toHaveCount(0);
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await row.getByRole('checkbox').press('Space');
  await expect(billing.getByText('2 chosen · $200.00')).toBeVisible();
  await billing.keyboard.press('a');
  const approving = billing.getByRole('dialog', { name: 'Approve 2 charges' });
  await expect(approving).toContainText('$200.00 enter the books');
  await everyControl(billing, 'approve');
  await choose(billing, approving.getByRole('button', { name: 'Approve' }));
  await expect(rows).toHaveCount(0);
  await expect(billing.getByText('Approved. 1 claim is ready to leave')).toBeVisible();
  await sendNow(billing);
  await context.close();

  // the payer leaves the copay to her: it was paid, and she owes nothing
  await expect(page.getByText('Odile Brandt owes nothing')).toBeVisible({ timeout: 90_000 });
  const why = page.getByRole('region', { name: 'Why?' });
  await expect(why).toContainText('left $25.00 to the client: the copay');
  await expect(why).toContainText('Settled');
  const biller = await aColleague(stack, 'biller');
  const { rows: claims } = await biller.call<{ rows: ClaimRowView[] }>('POST', 'claims/search', {
    filter: { clientId: visit.clientId },
  });
  expect(claims.map(({ state, openCents }) => [state, openCents])).toEqual([['adjudicated', 0]]);
});
