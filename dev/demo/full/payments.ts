import type { PracticeTx } from '../../../domain/database/practice-tx';
import type { ClientId } from '../../../domain/ids';
import { takePayment } from '../../../domain/ledger/take-payment';
import { centsOf } from '../../../domain/money/cents';
import { type Day, addDays, instantAt, wallTimeOn } from '../../../domain/time/wall-time';
import type { As } from '../billing';
import { practice } from '../people';
import { diceOf } from './dice';

interface Owing {
  readonly client_id: ClientId;
  readonly owed: number;
  readonly since: Day;
  readonly number: number;
}

/** Many of those who owe something pay it some days after they heard, all of it or half; others have not yet. */
export async function payShares(as: As, desk: string, today: Day): Promise<void> {
  const owing = await as(desk, (tx) => whoOwes(tx));
  for (const { client_id: clientId, owed, since, number } of owing) {
    const dice = diceOf(`share ${String(number)}`);
    const day = addDays(since, 3 + dice.below(12));
    if (day >= today || dice.chance(35)) continue;
    const cents = centsOf(owed > 120_00 && dice.chance(30) ? Math.floor(owed / 2) : owed);
    const method = dice.pick(['card', 'check', 'card', 'cash'] as const);
    const reference = method === 'check' ? String(1200 + number) : null;
    const payment = { clientId, visitId: null, method, cents, reference, again: false };
    await as(desk, (tx) => takePayment(tx, payment), instantAt(wallTimeOn(day, 11 * 60 + 20), practice.zone));
  }
}

const whoOwes = (tx: PracticeTx) => tx.all<Owing>`
  select l.client_id, sum(l.cents)::int as owed, max(e.day)::text as since, min(c.record_number)::int as number
    from ledger_lines l
    join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
    join clients c on c.practice_id = l.practice_id and c.id = l.client_id
   where l.practice_id = ${tx.practiceId} and l.account = 'client' group by 1 having sum(l.cents) > 0 order by number`;
