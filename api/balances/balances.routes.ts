import type { PracticeTx } from '../../domain/database/practice-tx';
import { copaysDue } from '../../domain/ledger/copays-due';
import { explainBalance } from '../../domain/ledger/explain-balance';
import { listBalances } from '../../domain/ledger/list-balances';
import { takePayment, voidPayment } from '../../domain/ledger/take-payment';
import { centsOf } from '../../domain/money/cents';
import { AppError } from '../../domain/problems';
import { listingOf } from '../http/listing';
import { may, read, type Route, write } from '../http/route';
import * as contracts from './balance.contract';

const see = { access: may('balances.read'), purpose: 'billing' } as const;
const take = { access: may('payments.take'), purpose: 'billing' } as const;

/** The balance that a payment is part of: what the answer shows. */
async function ofPayment(tx: PracticeTx, paymentId: string) {
  const payment = await tx.one<{ client_id: string }>`
    select client_id from client_payments where practice_id = ${tx.practiceId} and id = ${paymentId}`;
  if (!payment) throw new AppError('not_found');
  return explainBalance(tx, payment.client_id);
}

export const balanceRoutes: readonly Route[] = [
  read(contracts.searchBalances, see, (tx, { body }) =>
    listBalances(tx, body.filter ?? {}, { ...listingOf(body, 'DESC'), sort: body.sort?.field ?? 'balanceCents' }),
  ),
  read(contracts.getBalance, see, (tx, { id }) => explainBalance(tx, id)),
  read(contracts.copaysDueContract, see, async (tx, { body }) => ({ copays: await copaysDue(tx, body.ids) })),
  write(contracts.takePaymentContract, take, {
    act: (tx, { body }) => takePayment(tx, { ...body, cents: centsOf(body.cents) }),
    view: ofPayment,
  }),
  write(contracts.voidPaymentContract, take, {
    act: (tx, { id, version }) => voidPayment(tx, { id, version }).then(() => id),
    view: ofPayment,
  }),
];
