import type { Doing } from '../strike';
import { until } from '../until';
import type { MoneyCast, Prepared } from './cast';

/** Every step from the visit to the money, and back, that a kill can meet. */
export type MoneyStep = 'sign' | 'approve' | 'submit' | 'leave' | 'accept' | 'post' | 'undo';

/** Two visits of two clients, whose claims leave together and are paid together. */
export interface MoneyLife {
  readonly cast: MoneyCast;
  readonly prepared: Prepared;
  readonly doing: Doing;
}

/** Note signed → charges approved → claims in a batch → handed over → answers → remittance posted → taken back and undone. */
export async function billed({ cast, prepared, doing }: MoneyLife): Promise<void> {
  const { biller, clinician, lane } = cast;
  const { visitId, clients } = prepared;
  const [first, second] = clients;
  const step = <T>(name: MoneyStep, act: () => Promise<T>, id: string) => doing(name, act, id);

  await step('sign', () => clinician.act(`visits/${visitId}/note/sign`, {}, 1), first);
  // what waits for answers begins before they can come: whoever is to be killed then is watched in time
  await step(
    'post',
    () => step('accept', () => cast.alone(leave).then(() => reached(accepted)), first).then(() => reached(posted)),
    second,
  );
  const [payment] = await lane.sql<{ id: string }>(
    `select distinct remittance_id as id from kept.remittance_claims where client_id = $1`,
    [first],
  );
  const { version } = await biller.read<{ version: number }>(`remittances/${payment?.id}`);
  await step(
    'undo',
    async () => {
      await biller.act(`remittances/${payment?.id}/undo`, {}, version);
      await reached(undone);
    },
    first,
  );

  async function leave(): Promise<void> {
    const charges = await lane.sql<{ id: string; version: number }>(
      `select id, version from kept.charges where client_id = any($1) order by id`,
      [clients],
    );
    await step('approve', () => biller.act('charges/approve', { charges }), first);
    await step(
      'leave',
      async () => {
        await step('submit', () => biller.act('claim-batches'), first);
        await reached(sent);
      },
      first,
    );
  }

  async function reached(what: Reached): Promise<void> {
    await until(what.name, async () => {
      const [row] = await lane.sql<{ n: number }>(`select count(*)::int as n from ${what.rows}`, [clients]);
      return row?.n === clients.length;
    });
  }
}

interface Reached {
  readonly name: string;
  /** As many rows as there are clients, when it is so. */
  readonly rows: string;
}

const sent: Reached = {
  name: 'the claims have left',
  rows: `kept.claims where client_id = any($1) and state not in ('ready', 'blocked')`,
};
const accepted: Reached = {
  name: 'the payer has taken the claims in',
  rows: `kept.claim_events where client_id = any($1) and kind = 'accepted'`,
};
const posted: Reached = {
  name: 'the payment is posted',
  rows: `kept.remittance_claims w join kept.remittances r on r.practice_id = w.practice_id and r.id = w.remittance_id
          where w.client_id = any($1) and w.state = 'posted' and r.state = 'posted'`,
};
const undone: Reached = {
  name: 'the payment is undone',
  rows: `kept.remittance_claims w join kept.remittances r on r.practice_id = w.practice_id and r.id = w.remittance_id
          where w.client_id = any($1) and w.state = 'undone' and r.state = 'undone'`,
};
