import type { ClientBillingView } from '../../api/billing/coverage.contract';
import type { WorkItemView } from '../../api/work/work.contract';
import { type Colleague, aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

/** A signed visit of the demo practice that has nobody to bill. */
async function anUninsuredVisit(desk: Colleague): Promise<WorkItemView & { readonly clientName: string }> {
  const filter = { cause: 'charge_incomplete', state: 'open' };
  const { rows } = await desk.call<{ rows: readonly WorkItemView[] }>('POST', 'work-items/search', {
    filter,
    range: [0, 49],
  });
  const found = rows.find(({ params }) => Array.isArray(params['missing']) && params['missing'].includes('coverage'));
  if (!found || found.clientName === null) throw new Error('the demo practice has a visit without insurance');
  return { ...found, clientName: found.clientName };
}

test('a visit that cannot be billed gets what it lacks from Work, by keyboard, and leaves the list while one watches', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const item = await anUninsuredVisit(desk);
  const name = item.clientName;
  await signIn(page, stack, 'front_desk');
  await page.goto('/work?queue=all');
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
    .filter({ hasText: 'has no charge yet' });
  await expect(row).toContainText('insurance for that day');
  await pressEnter(row.getByRole('button', { name: 'Mend…' }));

  const lacks = page.getByRole('dialog', { name: `What the visit of ${name} lacks` });
  await pressEnter(lacks.getByRole('button', { name: 'Add insurance' }));
  const card = page.getByRole('dialog', { name: `Add insurance for ${name}` });
  await expect(card.getByLabel('First day')).toHaveValue(String(item.params['day']));
  await expect(card.getByLabel('Insurer')).toBeFocused();
  await card.getByLabel('Member ID').press('Enter');
  await expect(card.getByLabel('Member ID')).toHaveAttribute('aria-invalid', 'true');
  await card.getByLabel('Insurer').selectOption({ index: 1 });
  await card.getByLabel('Member ID').fill('W7700120');
  await card.getByLabel('Copay').fill('30');
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expect(lacks.getByRole('listitem').filter({ hasText: 'Insurance for that day' })).toContainText(
    'It is there now',
  );

  await pressEnter(lacks.getByRole('button', { name: 'Add them' }));
  const address = page.getByRole('dialog', { name: `Address and sex of ${name}` });
  await address.getByLabel('Street').fill('77 Juniper Lane');
  await address.getByLabel('City').fill('Troy');
  await address.getByLabel('State').fill('new');
  await address.getByLabel('ZIP code').fill('12180-0044');
  await address.getByLabel('Sex on file with the insurer').selectOption('F');
  await page.keyboard.press('Enter');
  // what the server refuses stands at its field, and nothing that was typed is gone
  await expect(address.getByLabel('State')).toHaveAttribute('aria-invalid', 'true');
  await expect(address.getByLabel('Street')).toHaveValue('77 Juniper Lane');
  await address.getByLabel('State').fill('ny');
  await page.keyboard.press('Enter');

  // the charge proposes itself, and the work is done by itself
  await expect(page.getByText(`The visit of ${name} has its charge now`)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row).toHaveCount(0);
  const { coverages } = await desk.call<ClientBillingView>('GET', `clients/${item.clientId}/billing`);
  expect(coverages).toMatchObject([{ memberId: 'W7700120', copayCents: 3000, rank: 1, fromDay: item.params['day'] }]);
  const biller = await aColleague(stack, 'biller');
  const filter = { clientId: item.clientId, states: ['proposed'] };
  const { rows } = await biller.call<{ rows: readonly { visitId: string }[] }>('POST', 'charges/search', {
    filter,
    range: [0, 9],
  });
  expect(rows.map(({ visitId }) => visitId)).toContain(item.params['visitId']);
});
