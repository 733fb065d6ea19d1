import { newId } from '../../domain/ids';
import { answer } from '../builders/answers';
import { aFile } from '../builders/billing';
import { adjusted, contractual } from '../builders/x12/remittances';
import { aBillingStack } from './billing-stack';
import { walkByTab } from './every-control';
import { expect, signIn, test } from './watched';

test('a denied claim is found, understood down to its segments, corrected with the authorization that fits, and seen live', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(240_000);
  const billing = await aBillingStack(stack);
  const claim = await billing.claim('Osei', 40, ['90785']);
  const other = await billing.claim('Haddad', 35);
  await billing.send();
  await billing.post(
    aFile([
      answer(claim, [adjusted('CO', '197', 140)], { status: '4' }),
      answer(other, [adjusted('CO', '197', 100), contractual(40)], { status: '4' }),
    ]),
  );
  await billing.practice.as('biller', async (tx) => {
    const row = await tx.one<{ coverage_id: string; client_id: string }>`
      select coverage_id, client_id from claims where practice_id = ${tx.practiceId} and id = ${claim.id}`;
    await tx.rows('authorizations').insert({
      ...row,
      practice_id: tx.practiceId,
      id: newId(),
      number: '88790',
      from_day: '2026-01-01',
      until_day: '2027-12-31',
      created_by: tx.actor,
    } as never);
  });

  // found among those that need a person, by its number
  await signIn(page, stack, 'biller');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
  await page.getByRole('radio', { name: 'Need a person' }).click();
  const list = page.getByRole('table', { name: 'Claims, the latest visit first' });
  await expect(list.getByRole('row')).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Client or claim number' }).fill(claim.controlNumber);
  await expect(list.getByRole('row')).toHaveCount(2);
  await list.getByRole('link', { name: 'Samuel Osei' }).press('Enter');

  // in words, with what it is worth, and who waits for the same
  await page.getByRole('heading', { level: 1, name: /Samuel Osei · \$165\.00/ }).waitFor();
  await expect(
    page.getByRole('heading', { name: 'ACME BEHAVIORAL HEALTH says this visit was not authorized' }),
  ).toBeVisible();
  await expect(page.getByText('Another one, 88790, holds from Jan 1, 2026 to Dec 31, 2027.')).toBeVisible();
  const money = page.getByRole('table', { name: 'Where the money of each line is' });
  await expect(money.getByRole('row', { name: /^90834 · 46 min/ })).toContainText('Denied, in dispute');
  await expect(money.getByRole('row', { name: /^Together/ })).toContainText('$140.00');
  await page.getByRole('link', { name: 'Same cause: 2 claims, $240.00' }).press('Enter');
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Same cause: CO-197' })).toBeVisible();
  await page.goBack();

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
  await context.close();
  await billing.close();
});
