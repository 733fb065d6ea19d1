import { locked } from '../database/locked';
import { move } from '../database/move';
import type { ChargesRow } from '../database/tables.generated';
import type { PracticeTx } from '../database/practice-tx';
import { postEntry } from '../ledger/post-entry';
import { centsOf, negated } from '../money/cents';
import { newId } from '../ids';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { chargeLife } from './charge-state';
import { feeOn } from './plan-charge';
import { lineControl } from './propose-charge';
import { toDate } from '../time/instant';

interface Request {
  readonly id: string;
  readonly version: number;
}

/** A person agrees to the charges of a visit: they enter the books. @throws AppError `not_found`, `stale_version`, `wrong_state` */
export async function approveCharge(tx: PracticeTx, request: Request): Promise<void> {
  const charge = await locked(tx, 'charges', request.id, request.version);
  const coverage = await tx.one<{ payer_id: string }>`
    select payer_id from coverages where practice_id = ${tx.practiceId} and id = ${charge.coverage_id}`;
  await move(tx, 'charges', chargeLife, charge, 'approve');
  const of = { clientId: charge.client_id, chargeId: charge.id, payerId: coverage?.payer_id ?? null };
  await postEntry(tx, {
    kind: 'charge',
    postingKey: `charge/${charge.id}/${String(charge.version)}`,
    day: charge.service_day,
    postings: [
      { ...of, account: 'insurer', cents: centsOf(charge.cents) },
      { ...of, account: 'revenue', cents: negated(centsOf(charge.cents)) },
    ],
  });
  await chargeEvent(tx, charge, 'charge.approved');
}

/** Notes what happened to a charge, and tells the screens. */
export async function chargeEvent(
  tx: PracticeTx,
  charge: Pick<ChargesRow, 'id' | 'client_id' | 'code' | 'visit_id'>,
  code: 'charge.approved' | 'charge.added' | 'charge.changed' | 'charge.reopened' | 'charge.cancelled',
): Promise<void> {
  await noteEvent(tx, {
    entity: 'charge',
    refId: charge.id,
    clientId: charge.client_id,
    code,
    params: { code: charge.code },
    evidence: { kind: 'visit', id: charge.visit_id },
  });
  await tx.announce('charge', charge.id);
}

/**
 * Adds a service of the same visit, such as an add-on code, beside what was proposed. Answers its id.
 * @throws AppError `not_found`, `wrong_state` beside what is not billed, `invalid` where the code has no fee on that day
 */
export async function addCharge(
  tx: PracticeTx,
  request: { readonly besideId: string; readonly code: string; readonly modifiers: readonly string[] },
): Promise<string> {
  const beside = await locked(tx, 'charges', request.besideId);
  const coverage = await tx.one<{ payer_id: string }>`
    select payer_id from coverages where practice_id = ${tx.practiceId} and id = ${beside.coverage_id}`;
  const fee = await feeOn(tx, request.code, beside.service_day, coverage?.payer_id ?? null);
  if (fee === undefined) throw invalid('/code', 'fee_missing');
  if (beside.state === 'void') throw new AppError('wrong_state', { entity: 'charge', state: beside.state });
  const id = newId();
  await tx.rows('charges').insert({
    ...beside,
    id,
    state: 'proposed',
    code: request.code,
    modifiers: [...request.modifiers],
    minutes: null,
    cents: fee,
    version: 1,
    line_control: await lineControl(tx),
    created_at: toDate(tx.now),
  });
  tx.touch({ record: id, client: beside.client_id, fields: ['charge'] });
  await chargeEvent(tx, { ...beside, id, code: request.code }, 'charge.added');
  return id;
}
