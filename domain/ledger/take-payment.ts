import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { wasInserted } from '../database/was-inserted';
import { type ClientId, type VisitId, newId } from '../ids';
import { type Cents, negated } from '../money/cents';
import { practiceToday } from '../practice/today';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { type PaymentMethod, largestPayment } from './balance-codes';
import { mayBeCardNumber, needsReference } from './payment-reference';
import { postEntry } from './post-entry';
import { undoEntry } from './undo-entry';

export interface NewPayment {
  readonly clientId: ClientId;
  /** The visit at which it was taken: it settles what that visit leaves to the client before anything else. */
  readonly visitId: VisitId | null;
  readonly method: PaymentMethod;
  readonly cents: Cents;
  /** The number of a check, a terminal's approval code. */
  readonly reference: string | null;
  /** A person who knows of the same payment says that this is another one. */
  readonly again: boolean;
}

/**
 * A client pays, at the desk or by mail: cash comes in and the client owes so much less, whether or not a payer has spoken yet.
 * What is more than she owes stands to her credit. Answers the payment's id.
 * @throws AppError `not_found`, `invalid` by field; `duplicate` where the same sum came by the same means at the same visit
 */
export async function takePayment(tx: PracticeTx, payment: NewPayment): Promise<string> {
  checkFields(payment);
  await checkClient(tx, payment);
  const id = newId();
  const isNew = await wasInserted(
    tx
      .rows('client_payments')
      .insert({
        practice_id: tx.practiceId,
        id,
        client_id: payment.clientId,
        visit_id: payment.visitId,
        method: payment.method,
        cents: payment.cents,
        reference: payment.reference,
        again: payment.again,
        taken_at: toDate(tx.now),
        taken_by: tx.actor,
      })
      .onConflict(tx.rows.raw('(practice_id, visit_id, method, cents) where voided_at is null and not again'))
      .ignore(),
  );
  if (!isNew) throw new AppError('duplicate');
  tx.touch({ record: id, client: payment.clientId, fields: ['payment'] });
  await postEntry(tx, {
    kind: 'client_payment',
    postingKey: `payment/${id}`,
    day: await practiceToday(tx),
    paymentId: id,
    postings: [
      { account: 'cash', cents: payment.cents, clientId: payment.clientId },
      { account: 'client', cents: negated(payment.cents), clientId: payment.clientId },
    ],
  });
  await tell(tx, payment.clientId, id, 'payment.taken', payment.method);
  return id;
}

/**
 * Takes a payment back that should not have been entered: a contra entry. What was paid out again is not known here.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` when it is void already
 */
export async function voidPayment(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const payment = await locked(tx, 'client_payments', request.id, request.version);
  if (payment.voided_at !== null) throw new AppError('wrong_state', { entity: 'client_payment', state: 'void' });
  await tx
    .rows('client_payments')
    .where({ practice_id: tx.practiceId, id: payment.id })
    .update({ voided_at: toDate(tx.now), voided_by: tx.actor, version: payment.version + 1 });
  const entry = await tx.one<{ id: string }>`
    select id from ledger_entries where practice_id = ${tx.practiceId} and payment_id = ${payment.id} and kind = 'client_payment'`;
  if (!entry) throw new AppError('not_found');
  await undoEntry(tx, entry.id, await practiceToday(tx), 'payment_voided');
  await tell(tx, payment.client_id, payment.id, 'payment.voided', payment.method);
}

function checkFields({ method, cents, reference }: NewPayment): void {
  if (cents <= 0) throw invalid('/cents', 'too_small', { min: 1 });
  if (cents > largestPayment) throw invalid('/cents', 'too_big', { max: largestPayment });
  if (needsReference(method) && reference === null) throw invalid('/reference', 'required');
  if (reference !== null && mayBeCardNumber(reference)) throw invalid('/reference', 'card_number');
}

async function checkClient(tx: PracticeTx, { clientId, visitId }: NewPayment): Promise<void> {
  const found = await tx.one<{ visit: string | null }>`
    select v.id as visit from clients c
      left join visits v on v.practice_id = c.practice_id and v.client_id = c.id and v.id = ${visitId}
     where c.practice_id = ${tx.practiceId} and c.id = ${clientId}`;
  if (!found || (visitId !== null && found.visit === null)) throw new AppError('not_found');
}

async function tell(
  tx: PracticeTx,
  clientId: ClientId,
  id: string,
  code: 'payment.taken' | 'payment.voided',
  method: string,
): Promise<void> {
  await noteEvent(tx, {
    entity: 'client',
    refId: clientId,
    clientId,
    code,
    params: { method },
    evidence: { kind: 'client_payment', id },
  });
  await tx.announce('balance', clientId);
}
