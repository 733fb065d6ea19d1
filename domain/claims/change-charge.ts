import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { ChargesRow } from '../database/tables.generated';
import { undoEntry } from '../ledger/undo-entry';
import { practiceToday } from '../practice/today';
import { AppError, invalid } from '../problems';
import { chargeEvent } from './approve-charge';
import { chargeCode } from './charge-code';
import { chargeLife } from './charge-state';
import { feeOn } from './plan-charge';

interface Request {
  readonly id: string;
  readonly version: number;
}

export interface ChargeChange extends Request {
  /** Undefined, and other minutes: the code that these minutes are billed as. */
  readonly code?: string | undefined;
  readonly modifiers?: readonly string[] | undefined;
  readonly minutes?: number | undefined;
  readonly placeOfService?: string | undefined;
}

/**
 * A person bills a visit otherwise than proposed, before she approves it. The fee is that of the code on the day.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `invalid` for a code without a fee, or too few minutes
 */
export async function changeCharge(tx: PracticeTx, change: ChargeChange): Promise<void> {
  const charge = await locked(tx, 'charges', change.id, change.version);
  const code = await codeOf(tx, charge, change);
  const payer = await tx.one<{ payer_id: string }>`
    select payer_id from coverages where practice_id = ${tx.practiceId} and id = ${charge.coverage_id}`;
  const cents =
    code === charge.code ? charge.cents : await feeOn(tx, code, charge.service_day, payer?.payer_id ?? null);
  if (cents === undefined) throw invalid('/code', 'fee_missing');
  await move(tx, 'charges', chargeLife, charge, 'change', {
    code,
    cents,
    ...(change.modifiers !== undefined && { modifiers: [...change.modifiers] }),
    ...(change.minutes !== undefined && { minutes: change.minutes }),
    ...(change.placeOfService !== undefined && { place_of_service: change.placeOfService }),
  });
  await chargeEvent(tx, { ...charge, code }, 'charge.changed');
}

async function codeOf(tx: PracticeTx, charge: ChargesRow, { code, minutes }: ChargeChange): Promise<string> {
  if (code !== undefined) return code;
  if (minutes === undefined || charge.minutes === null) return charge.code;
  const type = await tx.one<{ code: string }>`
    select t.code from visits v
      join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
      join appointment_types t on t.practice_id = a.practice_id and t.id = a.type_id
     where v.practice_id = ${tx.practiceId} and v.id = ${charge.visit_id}`;
  const found = chargeCode(type?.code ?? '', minutes);
  if (found === undefined) throw invalid('/minutes', 'too_small', { min: 16 });
  return found;
}

/**
 * An approved charge may be changed again: it leaves the books by a contra entry until it is approved anew.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `charge_in_claim` while a claim with it leaves or waits for its answer
 */
export async function reopenCharge(tx: PracticeTx, request: Request): Promise<void> {
  const charge = await locked(tx, 'charges', request.id, request.version);
  if (await isInClaim(tx, charge.id, ['ready', 'submitted'])) throw new AppError('charge_in_claim');
  await move(tx, 'charges', chargeLife, charge, 'reopen');
  await takeOffBooks(tx, charge.id, 'charge_reopened');
  await chargeEvent(tx, charge, 'charge.reopened');
}

/**
 * A service is not billed: the charge is void, and leaves the books if it was in them. A claim that has it must be void, or must
 * have other services and be about to be corrected: then the charge was reopened first.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `charge_in_claim`
 */
export async function cancelCharge(tx: PracticeTx, request: Request): Promise<void> {
  const charge = await locked(tx, 'charges', request.id, request.version);
  if (charge.state === 'approved' && (await isInClaim(tx, charge.id, 'any'))) throw new AppError('charge_in_claim');
  if (await isDecided(tx, charge.id)) throw new AppError('charge_in_claim');
  await move(tx, 'charges', chargeLife, charge, 'void');
  if (charge.state === 'approved') await takeOffBooks(tx, charge.id, 'charge_cancelled');
  await chargeEvent(tx, charge, 'charge.cancelled');
}

async function isInClaim(tx: PracticeTx, chargeId: string, states: 'any' | readonly string[]): Promise<boolean> {
  const row = await tx.one`
    select 1 from claim_lines l join claims c on c.practice_id = l.practice_id and c.id = l.claim_id
     where l.practice_id = ${tx.practiceId} and l.charge_id = ${chargeId} and c.state <> 'void'
       and (${states === 'any'} or c.state = any (${states === 'any' ? [] : states}::text[])) limit 1`;
  return row !== undefined;
}

/** Whether someone's word on it, or money for it, stands in the books. */
async function isDecided(tx: PracticeTx, chargeId: string): Promise<boolean> {
  const row = await tx.one`
    select 1 from ledger_lines where practice_id = ${tx.practiceId} and charge_id = ${chargeId}
       and account not in ('insurer', 'revenue') group by account having sum(cents) <> 0 limit 1`;
  return row !== undefined;
}

async function takeOffBooks(tx: PracticeTx, chargeId: string, reason: string): Promise<void> {
  const entries = await tx.all<{ id: string }>`
    select e.id from ledger_entries e
     where e.practice_id = ${tx.practiceId} and e.kind = 'charge' and starts_with(e.posting_key, ${`charge/${chargeId}/`})
       and not exists (select 1 from ledger_entries u where u.practice_id = e.practice_id and u.undoes_id = e.id) order by e.id`;
  const day = await practiceToday(tx);
  for (const { id } of entries) await undoEntry(tx, id, day, reason);
}
