import type { getClientBilling } from '../../api/billing/coverage.contract';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import type { ResponseOf } from '../../api/http/contract';
import type { SessionView } from '../../api/session/session.contract';
import { walkByTab } from './every-control';
import { type Colleague, aColleague } from './staff-api';
import { submitNow } from './submit-now';
import { expect, signIn, test } from './watched';

/** The claim of the demo practice that its payer denies, for want of an authorization (dev/payer/README.md), once it has. */
async function denied(biller: Colleague): Promise<ClaimRowView> {
  let found: ClaimRowView | undefined;
  await expect(async () => {
    const { rows } = await biller.call<{ rows: ClaimRowView[] }>('POST', 'claims/search', {
      filter: { states: ['denied'] },
    });
    found = rows.find(({ clientName }) => clientName === 'Jonah Abrams');
    expect(found).toBeDefined();
  }).toPass({ timeout: 90_000 });
  if (!found) throw new Error('no claim of Jonah Abrams is denied');
  return found;
}

test('a denied claim is found, understood down to its segments, corrected with the authorization that fits, and paid, seen live', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(240_000);
  const biller = await aColleague(stack, 'biller');
  const claim = await denied(biller);
  const { coverages } = await biller.call<ResponseOf<typeof getClientBilling>>(
    'GET',
    `clients/${claim.clientId}/billing`,
  );
  await biller.call('POST', 'authorizations', {
    coverageId: coverages[0]?.id,
    number: '88790',
    fromDay: '2026-01-01',
    untilDay: '2027-12-31',
  });

  // found among those that need a person, by its number
  await signIn(page, stack, 'biller');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
  await page.getByRole('radio', { name: 'Need a person' }).click();
  const list = page.getByRole('table', { name: 'Claims, the latest visit first' });
  await expect(list.getByRole('link', { name: 'Jonah Abrams' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Client or claim number' }).fill(claim.controlNumber);
  await expect(list.getByRole('row')).toHaveCount(2);
  await list.getByRole('link', { name: 'Jonah Abrams' }).press('Enter');

  // in words, with what it is worth, and who waits for the same
  await page.getByRole('heading', { level: 1, name: /Jonah Abrams · \$175\.00/ }).waitFor();
  await expect(page.getByRole('heading', { name: 'NORTH MUTUAL says this visit was not authorized' })).toBeVisible();
  await expect(page.getByText('Another one, 88790, holds from Jan 1, 2026 to Dec 31, 2027.')).toBeVisible();
  const money = page.getByRole('table', { name: 'Where the money of each line is' });
  await expect(money.getByRole('row', { name: /^90837 · / })).toContainText('Denied, in dispute');
  await expect(money.getByRole('row', { name: /^Together/ })).toContainText('$175.00');

  // the 837 as it left, explained by keyboard alone
  await page.getByRole('link', { name: 'As it left (837)' }).press('Enter');
  const segments = page.getByRole('list', { name: 'What the file says, segment by segment' });
  await segments.getByRole('button', { name: 'Level of the insured person: HL' }).focus();
  const tip = page.getByRole('tooltip');
  await expect(tip).toContainText('Level of the insured person');
  for (let rows = 0; rows < 2; rows += 1) await page.keyboard.press('ArrowDown');
  await expect(segments.getByRole('button', { name: 'Insured person: NM1' })).toBeFocused();
  for (let pieces = 0; pieces < 3; pieces += 1) await page.keyboard.press('ArrowRight');
  await expect(tip).toContainText('Last name, or the organization’s name');
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await segments
    .getByRole('button', { name: `Our number of this claim; every answer repeats it: ${claim.controlNumber}` })
    .hover();
  await expect(tip).toContainText('Control data');
  const walk = await walkByTab(page);
  expect([walk.unreached, walk.unseen]).toEqual([[], []]);

  // corrected, on another screen too
  const context = await browser.newContext({ baseURL: stack.consoleUrl });
  const second = await context.newPage();
  watch.of(second);
  await signIn(second, stack, 'administrator');
  await second.goto(`/claims/${claim.id}`);
  await second.getByText('Denied', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Send correction with 88790' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Send a correction' });
  await expect(dialog).toContainText('It names authorization 88790');
  await expect(dialog).toContainText('It leaves with the next batch, as version 2');
  await dialog.getByRole('button', { name: 'Send correction' }).press('Enter');
  await expect(page.getByText('Ready to send')).toBeVisible();
  await expect(second.getByText('Ready to send')).toBeVisible();
  await expect(second.getByText('Corrected')).toBeVisible();

  // it leaves, the payer answers, and both screens know
  const { person } = await biller.call<SessionView>('GET', 'session');
  await submitNow(stack, person.membershipId);
  for (const screen of [page, second])
    await expect(screen.getByRole('heading', { level: 1 })).toHaveText(/Paid/, { timeout: 90_000 });
  const moneyBeside = second.getByRole('table', { name: 'Where the money of each line is' });
  await expect(moneyBeside.getByRole('row', { name: /^Together/ })).toContainText('$115.00');
  await context.close();

  // what is left to the client is the copay, and nothing of what was denied
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Balances' }).waitFor();
  await expect(page.getByRole('row', { name: /Jonah Abrams/ })).toContainText('$25.00');
});
