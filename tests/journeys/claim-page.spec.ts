import type { Browser, Locator, Page } from '@playwright/test';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import { afternoonZone, movePractice } from './afternoon';
import { anExpectedVisit, holdVisit } from './a-held-visit';
import { authorize, sendNow } from './as-billing';
import { walkByTab } from './every-control';
import { todayIn, wallTimeIn } from './near-now';
import { aColleague } from './staff-api';
import type { StartedStack } from './stack';
import { expect, pressEnter, signIn, test, type Watch } from './watched';

// whatever the hour is where this runs: a session that began an hour ago was today
let home = '';
test.beforeAll(async ({ stack }) => {
  home = (await (await aColleague(stack)).practice()).zone;
  await movePractice(stack, afternoonZone());
});
test.afterAll(({ stack }) => movePractice(stack, home));

/** The payer takes so many seconds for each of its answers; a machine that is busy takes longer to read them. */
const answered = { timeout: 90_000 };

interface Means {
  readonly browser: Browser;
  readonly stack: StartedStack;
  readonly watch: Watch;
}

/** Another screen of the practice, somewhere else. */
async function aScreen({ browser, stack, watch }: Means, role: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: stack.consoleUrl })).newPage();
  watch.of(page);
  await signIn(page, stack, role);
  return page;
}

/** Notes a diagnosis by its code alone, from the button that has the focus back afterwards. */
async function diagnose(page: Page, code: string): Promise<void> {
  await pressEnter(page.getByRole('region', { name: 'Diagnoses' }).getByRole('button', { name: 'Add' }));
  await page.getByRole('combobox', { name: 'Code or words' }).pressSequentially(code);
  await page.getByRole('option', { name: code }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Diagnoses' })).toContainText(code);
}

/** What happened to the claim, newest first. */
const happened = async (page: Page): Promise<readonly string[]> =>
  (await history(page).getByRole('listitem').allInnerTexts()).map((entry) => entry.split('\n')[0] ?? '');
const history = (page: Page): Locator => page.getByRole('list', { name: 'What happened', exact: true });

test('a note is signed, its claim leaves, is denied, understood down to its segments, corrected, paid, and what is left explained, seen live', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(300_000);
  const means = { browser, stack, watch };
  const biller = await aColleague(stack, 'biller');
  const lena = { firstName: 'Lena', lastName: 'Ostrow', birthDate: '1983-04-16', memberId: 'W700100AUT' };
  const visit = await anExpectedVisit(stack, lena, 70);
  await holdVisit(visit);
  const { clientId } = visit;
  const { zone } = await visit.desk.practice();

  // Billing looks at what is to review while the clinician writes: from her day, nothing but keys
  await signIn(page, stack, 'biller');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const charges = page.getByRole('table', { name: 'Charges, the latest visit first' });
  await charges.getByRole('row').nth(1).waitFor();
  await expect(charges.getByRole('link', { name: 'Lena Ostrow' })).toHaveCount(0);
  const clinician = await aScreen(means, 'clinician');
  await clinician.getByRole('link', { name: /^Write note\W+Lena Ostrow$/ }).press('Enter');
  await clinician.getByRole('heading', { level: 1, name: /Lena Ostrow/ }).waitFor();
  await diagnose(clinician, 'F33.1');
  await diagnose(clinician, 'F41.1');
  await pressEnter(clinician.getByRole('button', { name: 'More for F41.1' }));
  await pressEnter(clinician.getByRole('menuitem', { name: 'Move up' }));
  await expect(clinician.getByRole('region', { name: 'Diagnoses' }).getByRole('listitem').first()).toContainText(
    'F41.1',
  );
  await clinician.getByLabel('Subjective').fill('Sleeps six hours; the mornings are still hard.');
  await clinician.getByLabel('Plan').fill('One walk before noon, each day.');
  // the clock was stopped at once, which she cannot attest: she says when it really began and ended
  await expect(clinician.getByLabel('Ended')).toHaveValue('');
  await clinician.getByLabel('Began').fill(wallTimeIn(-70, zone).slice(11));
  await clinician.getByLabel('Ended').fill(wallTimeIn(-15, zone).slice(11));
  await clinician.keyboard.press('Tab');
  await expect(clinician.getByText('55 min', { exact: true })).toBeVisible();
  await clinician.keyboard.press('Control+Enter');
  const signing = clinician.getByRole('dialog', { name: 'Sign the note of Lena Ostrow' });
  await expect(signing).toContainText('Signed with F41.1, F33.1');
  await expect(signing).toContainText('Bills 90837 for 55 minutes to NORTH MUTUAL, once Billing approves it');
  await pressEnter(signing.getByRole('button', { name: 'Sign the note' }));
  await expect(clinician.getByText('90837 proposed')).toBeVisible();

  // it comes to Billing by itself, is chosen and approved with three keys, and the clinician's page says so
  const row = charges.getByRole('row').filter({ has: page.getByRole('link', { name: 'Lena Ostrow' }) });
  await expect(row).toContainText('F41.1, F33.1');
  await row.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 chosen · $175.00')).toBeVisible();
  await page.keyboard.press('a');
  const approving = page.getByRole('dialog', { name: 'Approve 1 charge' });
  await expect(approving).toContainText('$175.00 enter the books');
  await expect(approving).toContainText('A claim to NORTH MUTUAL for Lena Ostrow');
  await pressEnter(approving.getByRole('button', { name: 'Approve' }));
  await expect(row).toHaveCount(0);
  await expect(clinician.getByText('90837 approved')).toBeVisible();
  await clinician.context().close();

  // the claim leaves; someone else watches: the format, the receipt and the payer's yes have words of their own
  const { rows } = await biller.call<{ rows: ClaimRowView[] }>('POST', 'claims/search', { filter: { clientId } });
  const [claim] = rows;
  if (!claim) throw new Error('no claim of Lena Ostrow was made');
  const second = await aScreen(means, 'administrator');
  await second.goto(`/claims/${claim.id}`);
  await second.getByText('Ready to send', { exact: true }).waitFor();
  const ahead = second.getByRole('list', { name: 'What happens next' });
  await expect(ahead.getByRole('listitem')).toContainText([/^Leaves with the next batch/, /^With the payer by /]);
  await sendNow(page);
  for (const said of [/^Sent in batch/, /^Format accepted/, /^Received/, /^Accepted by NORTH MUTUAL/, /^Denied by/])
    await expect(history(second).getByRole('listitem').filter({ hasText: said })).toBeVisible(answered);
  expect((await happened(second)).map((what) => what.replace(/ 0.*/, '')).toReversed()).toEqual([
    'Visit completed',
    'Note signed',
    'Claim made',
    'Sent in batch',
    'Format accepted',
    'Received',
    'Accepted by NORTH MUTUAL',
    'Denied by NORTH MUTUAL',
  ]);

  await expect(ahead.getByRole('listitem')).toContainText([
    /^Waits for a decision/,
    /^Correction by .*180 days from the payment\. It comes to Work /s,
    /^Appeal by .*180 days from the payment\. It comes to Work /s,
  ]);

  // found among those that need a person, by its number
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
  await page.getByRole('radio', { name: 'Need a person' }).click();
  const list = page.getByRole('table', { name: 'Claims, the latest visit first' });
  await expect(list.getByRole('link', { name: 'Lena Ostrow' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Client or claim number' }).fill(claim.controlNumber);
  await expect(list.getByRole('row')).toHaveCount(2);
  await list.getByRole('link', { name: 'Lena Ostrow' }).press('Enter');

  // in words, with what it is worth, and who waits for the same
  const heading = page.getByRole('heading', { level: 1, name: /Lena Ostrow · \$175\.00/ });
  await heading.waitFor();
  await expect(page.getByRole('heading', { name: 'NORTH MUTUAL says this visit was not authorized' })).toBeVisible();
  await expect(page.getByText('The claim names no authorization.')).toBeVisible();
  const year = Number(todayIn(zone).slice(0, 4));
  await heading.getByRole('link', { name: 'Lena Ostrow' }).press('Enter');
  await authorize(page, { number: '88790', fromDay: `${year - 1}-01-01`, untilDay: `${year + 1}-12-31` });
  await page.goBack();
  await heading.waitFor();
  const holds = `Another one, 88790, holds from Jan 1, ${year - 1} to Dec 31, ${year + 1}.`;
  await expect(page.getByText(holds)).toBeVisible();
  const money = page.getByRole('table', { name: 'Where the money of each line is' });
  await expect(money.getByRole('row', { name: /^90837 · 55 min/ })).toContainText('Denied, in dispute');
  await expect(money.getByRole('row', { name: /^Together/ })).toContainText('$175.00');

  await explained(page, claim.controlNumber);

  // corrected, on the other screen too
  await pressEnter(page.getByRole('button', { name: 'Send correction with 88790' }));
  const dialog = page.getByRole('dialog', { name: 'Send a correction' });
  await expect(dialog).toContainText('It names authorization 88790');
  await expect(dialog).toContainText('It leaves with the next batch, as version 2');
  await pressEnter(dialog.getByRole('button', { name: 'Send correction' }));
  await expect(page.getByText('Ready to send')).toBeVisible();
  await expect(second.getByText('Ready to send')).toBeVisible();
  await expect(history(second).getByRole('listitem').filter({ hasText: 'Corrected' })).toBeVisible();

  // it leaves, the payer answers, and both screens know
  await sendNow(page);
  await page.goto(`/claims/${claim.id}`);
  for (const screen of [page, second])
    await expect(screen.getByRole('heading', { level: 1 })).toHaveText(/Paid/, answered);
  const moneyBeside = second.getByRole('table', { name: 'Where the money of each line is' });
  await expect(moneyBeside.getByRole('row', { name: /^Together/ })).toContainText('$115.00');
  await second.context().close();

  // what is left to the client is the copay, and nothing of what was denied: from the balance to the payer's own segment
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Balances' }).waitFor();
  await expect(page.getByRole('row', { name: /Lena Ostrow/ })).toContainText('$25.00');
  await page.getByRole('link', { name: 'Lena Ostrow' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lena Ostrow owes $25.00' }).waitFor();
  const why = page.getByRole('region', { name: 'Why?' });
  await expect(why).toContainText('SIMULATED NORTH MUTUAL left $25.00 to the client: the copay');
  await why.getByText('Show it in the file').press('Enter');
  await expect(page.getByRole('row', { name: /CAS\*PR\*3\*25/ })).toBeVisible();
});

/** The 837 as it left, explained by keyboard alone; and by pointing. */
async function explained(page: Page, controlNumber: string): Promise<void> {
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
    .getByRole('button', { name: `Our number of this claim; every answer repeats it: ${controlNumber}` })
    .hover();
  await expect(tip).toContainText('Control data');
  await tip.hover(); // what is said may be gone to and read
  await expect(tip).toContainText('Control data');
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  const walk = await walkByTab(page);
  expect([walk.unreached, walk.unseen]).toEqual([[], []]);
}
