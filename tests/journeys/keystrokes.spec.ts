import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../dev/stack/folders';
import { countedKeys } from './counted-keys';
import { claimsOut, payersFile } from './payers-file';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

/** What is written down: the row of the guide, with how many keys it takes and how many it may take. */
function written(): Readonly<Record<string, readonly [keys: number, most: number]>> {
  const guide = readFileSync(join(root, 'docs/guide/first-day.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| ([^|]+) \|[^|]+\| (\d+) \| (\d+) \|$/gm)];
  return Object.fromEntries(rows.map(([, what = '', keys, most]) => [what.trim(), [Number(keys), Number(most)]]));
}

const most = {
  'Book a known client': 12,
  'Check in whoever is next': 3,
  'Find a client by phone': 14,
  'Post an answer that waits': 2,
} as const;

test('a known client is booked, found and checked in, and an answer posted, with as many keys as are written down', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(120_000);
  const [desk, biller] = [await aColleague(stack), await aColleague(stack, 'biller')];
  const [grace, theo] = [await desk.client('grace kowalski'), await desk.client('theo marchetti')];
  await desk.expected(theo, 5);
  const counts: Partial<Record<keyof typeof most, number>> = {};
  const keys = countedKeys(page);
  await signIn(page, stack, 'front_desk');
  const expected = page.getByRole('region', { name: /^Expected/ }).getByRole('article');
  await expected.first().waitFor();

  // from wherever she is: who, and twice yes
  const booked = async () => {
    const body = { filter: { clientId: grace.id }, range: [0, 0] };
    return (await desk.call<{ total: number }>('POST', 'appointments/search', body)).total;
  };
  const before = await booked();
  await keys.press('b');
  await keys.type('kowalski');
  const book = page.getByRole('dialog', { name: 'Book an appointment' });
  await book.getByRole('option', { name: /Grace Kowalski/ }).waitFor();
  await keys.press('Enter');
  await expect(book.getByRole('list', { name: 'This will happen' })).toContainText('Books');
  await keys.press('Enter');
  await expect(page.getByText(/Grace Kowalski is booked/)).toBeVisible();
  counts['Book a known client'] = keys.taken();
  expect(await booked()).toBe(before + 1);

  // to whoever is next, and here she is
  const waiting = await expected.count();
  await keys.press('i');
  await expect(expected.first().getByRole('link', { name: /appointment of/ })).toBeFocused();
  await keys.press('i');
  await expect(expected).toHaveCount(waiting - 1);
  counts['Check in whoever is next'] = keys.taken();

  // all ten digits, as a telephone shows them
  await keys.press('Control+k');
  await keys.type('2125550112');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Theo Marchetti/ }).waitFor();
  counts['Find a client by phone'] = keys.taken();

  // Billing has the payment before her
  const [claim] = (await claimsOut(biller)).slice(-1);
  if (!claim) throw new Error('no claim is out');
  const other = await (await browser.newContext({ baseURL: stack.consoleUrl })).newPage();
  watch.of(other);
  const billing = countedKeys(other);
  await signIn(other, stack, 'biller');
  await other.goto('/remittances');
  const file = payersFile('EFTCOUNTED', [{ claim, controlNumber: claim.controlNumber.toLowerCase() }]);
  await other.getByLabel('Remittance files').setInputFiles([file]);
  await other
    .getByRole('list', { name: 'Files on their way' })
    .getByRole('listitem')
    .filter({ hasText: file.name })
    .getByRole('link', { name: 'Open' })
    .click();
  await expect(other.getByRole('region', { name: 'To look at' })).toContainText(claim.controlNumber);
  await billing.press('p');
  await expect(other.getByRole('heading', { name: /All of it is where it belongs/ })).toBeVisible();
  counts['Post an answer that waits'] = billing.taken();

  // and as it was, for whoever comes next
  await pressEnter(other.getByRole('button', { name: 'Take back…' }));
  await pressEnter(other.getByRole('dialog').getByRole('button', { name: 'Take it back' }));
  await expect(other.getByRole('heading', { name: /It was taken back/ })).toBeVisible();

  const held = Object.entries(most).map(([what, aim]) => [what, [counts[what as keyof typeof most], aim]]);
  expect(Object.fromEntries(held)).toEqual(written());
  for (const [what, aim] of Object.entries(most))
    expect(counts[what as keyof typeof most], what).toBeLessThanOrEqual(aim);
});
