import { z } from 'zod';
import { balanceSorts } from '../../domain/ledger/balance-codes';
import { clientLife } from '../../domain/clients/client-state';
import { remittanceSorts } from '../../domain/remittances/remittance-codes';
import { remittanceLife } from '../../domain/remittances/remittance-state';
import type { viewedLists } from '../../domain/views/list-codes';
import { day, id } from '../http/contract';

const yes = z.literal('yes');
/** A cause as it stands in an address, but nothing that could be somebody's name: it has a digit or a sign in it, and no space. */
const cause = z.string().regex(/^(?=.*[\d:_-])[A-Za-z0-9:_.-]{2,60}$/, 'wrong_format');

export type ViewedList = (typeof viewedLists)[number];

/**
 * How each list can stand: the filters by the names and values that they have in the address, the order, the columns. Known words, ids,
 * days and codes; nothing that a person types has a place here.
 */
export const arrangements = {
  clients: arrangementOf({
    filters: { state: z.enum(clientLife.states), clinician: id, unbooked: yes },
    sort: ['name', 'birthDate', 'recordNumber'],
    columns: ['name', 'pronouns', 'birthDate', 'phone', 'email', 'next', 'last', 'state', 'recordNumber'],
  }),
  messages: arrangementOf({
    filters: {
      show: z.enum(['trouble', 'planned']),
      state: z.enum(['sent', 'sending', 'planned', 'refused', 'unknown', 'skipped']),
      channel: z.enum(['sms', 'email']),
    },
    sort: ['createdAt'],
    columns: ['client', 'what', 'state', 'appointment', 'created'],
  }),
  work: arrangementOf({
    filters: { queue: z.enum(['front_desk', 'clinician', 'billing', 'practice', 'all']), mine: yes },
    sort: ['dueAt'],
    columns: ['what'],
  }),
  claims: arrangementOf({
    filters: {
      show: z.enum(['trouble', 'leaving', 'answered']),
      payer: id,
      age: z.enum(['30', '60', '90', '120']),
      from: day,
      until: day,
      cause,
    },
    sort: ['serviceDay', 'chargeCents', 'due'],
    columns: ['client', 'serviceDay', 'payer', 'number', 'chargeCents', 'paid', 'open', 'state', 'due'],
  }),
  remittances: arrangementOf({
    filters: { show: z.literal('waiting'), state: z.enum(remittanceLife.states) },
    sort: remittanceSorts,
    columns: ['payerName', 'traceNumber', 'paidOn', 'state', 'posted', 'waiting', 'paidCents', 'receivedAt'],
  }),
  balances: arrangementOf({
    filters: { show: z.enum(['credit', 'all']) },
    sort: balanceSorts,
    columns: ['name', 'owedSince', 'waiting', 'denied', 'lastPaid', 'balanceCents'],
  }),
  charges: arrangementOf({
    filters: { show: z.enum(['approved', 'void']), clinician: id, payer: id },
    sort: ['serviceDay', 'cents', 'code'],
    columns: ['client', 'serviceDay', 'code', 'diagnoses', 'payer', 'state', 'cents'],
  }),
} as const satisfies Record<ViewedList, z.ZodType>;

function arrangementOf<
  const Filters extends z.ZodRawShape,
  const Sort extends readonly [string, ...string[]],
  const Columns extends readonly [string, ...string[]],
>(given: { readonly filters: Filters; readonly sort: Sort; readonly columns: Columns }) {
  return z.strictObject({
    filters: z.strictObject(given.filters).partial(),
    sort: z.strictObject({ field: z.enum(given.sort), order: z.enum(['ASC', 'DESC']) }).nullable(),
    columns: z.array(z.enum(given.columns)).max(given.columns.length).nullable(),
  });
}

/** The columns that a view of a list can have. */
export type ColumnId<List extends ViewedList> = NonNullable<z.infer<(typeof arrangements)[List]>['columns']>[number];
/** What a list is narrowed by, under the names that the filters have in its address. */
export type FilterName<List extends ViewedList> = keyof z.infer<(typeof arrangements)[List]>['filters'];
