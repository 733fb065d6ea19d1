import { searchBalances } from '../balances/balance.contract';
import { searchCharges } from '../charges/charge.contract';
import { searchClaimsContract } from '../claims/claim.contract';
import { searchClients } from '../clients/client.contract';
import { searchMessages } from '../messages/message.contract';
import { searchRemittances } from '../remittances/remittance.contract';
import { searchWork } from '../work/work.contract';
import { type ViewedList, arrangements } from './arrangement.contract';

const searches = {
  clients: [searchClients],
  messages: [searchMessages],
  work: [searchWork],
  claims: [searchClaimsContract],
  remittances: [searchRemittances],
  balances: [searchBalances],
  charges: [searchCharges],
} as const satisfies Record<ViewedList, readonly unknown[]>;
const lists = Object.keys(searches) as ViewedList[];
const plain = { filters: {}, sort: null, columns: null };

test.each(lists)('a view of %s has no order that its search does not take', (list) => {
  const { sort } = arrangements[list].shape;
  const fields: readonly string[] = sort.unwrap().shape.field.options;
  const takes = (field: string) =>
    searches[list].some(({ body }) => body?.safeParse({ sort: { field, order: 'ASC' } }).success);
  expect(fields.filter((field) => !takes(field))).toEqual([]);
});

test.each(lists)('a view of %s takes known values only: no filter has room for what someone typed', (list) => {
  const { filters } = arrangements[list].shape;
  const names = Object.keys(filters.shape);
  expect(names.length).toBeGreaterThan(0);
  for (const typed of ['Ana Whitfield', 'Whitfield', 'whitfield', '(212) 555-0142', 'ana@example.org'])
    for (const name of names)
      expect([name, arrangements[list].safeParse({ ...plain, filters: { [name]: typed } }).success]).toEqual([
        name,
        false,
      ]);
  expect(arrangements[list].safeParse({ ...plain, filters: { text: 'active' } }).success).toBe(false);
  expect(arrangements[list].safeParse({ ...plain, columns: ['Whitfield'] }).success).toBe(false);
  expect(arrangements[list].safeParse(plain).success).toBe(true);
});

test('a cause is taken as it stands in a claim', () => {
  for (const cause of ['CO-197', 'A7:562:85', 'IK3:NM1:8', 'member_id'])
    expect(arrangements.claims.safeParse({ ...plain, filters: { cause } }).success).toBe(true);
});
