import type { As } from '../../../demo/billing';
import { insure, notedVisit, signedVisit } from '../../../demo/billing';
import { workingDay } from '../../../demo/working-day';
import { registerClient } from '../../../../domain/clients/register-client';
import { type Database, openDatabase } from '../../../../domain/database/database';
import { instantOf } from '../../../../domain/time/instant';
import { dayAt, wallTimeOn } from '../../../../domain/time/wall-time';
import type { PracticeView } from '../../../../api/practice/practice.contract';
import { type Desk, aDesk } from '../desk';
import type { Lane } from '../lane';

/** Who acts in the money's lane, and what a life begins with. */
export interface MoneyCast {
  readonly lane: Lane;
  readonly biller: Desk;
  readonly clinician: Desk;
  /** Two clients who were seen: the note of the first is a draft, that of the second is signed. */
  prepare(number: number): Promise<Prepared>;
  /** One after the other: claims that become ready leave with the batch of their own life. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Prepared {
  readonly visitId: string;
  readonly clients: readonly [string, string];
}

export async function aMoneyCast(lane: Lane): Promise<MoneyCast> {
  const [desk, biller, clinician] = await Promise.all(
    ['front_desk', 'biller', 'clinician'].map((role) => aDesk(lane, role)),
  );
  if (!desk || !biller || !clinician) throw new Error('nobody acts');
  const { types, zone } = await desk.read<PracticeView>('practice');
  const typeId = types.find(({ code }) => code === 'therapy')?.id ?? '';
  const [payer] = await lane.sql<{ id: string }>(`select id from kept.payers where payer_id = '60054'`);
  const database: Database = openDatabase({ url: lane.run().databaseUrl, name: 'verify kill' });
  const as: As = (membershipId, work, now) =>
    database.inPractice(
      { membershipId },
      { act: 'verify', purpose: 'billing' },
      work,
      now === undefined ? {} : { now },
    );
  const day = workingDay(dayAt(instantOf(Date.now()), zone), 2);
  // over a weekend that is longer ago than notes may wait: who signs first, she or the question, is not what is proved here
  await lane.sql('update kept.practice_policies set note_grace_hours = 720');

  const client = async (number: number) => {
    const { membershipId } = desk;
    const id = await as(membershipId, (tx) =>
      registerClient(tx, {
        firstName: 'Juniper',
        lastName: `Account-${String(number).padStart(4, '0')}`,
        preferredName: null,
        pronouns: null,
        birthDate: '1988-04-12',
        zone,
        language: 'en',
        contacts: [],
        consents: [],
        clinicians: [clinician.membershipId],
        notADouble: true,
      }),
    );
    await as(membershipId, (tx) => insure(tx, id, [payer?.id ?? ''], 50_000 + number));
    const visit = {
      desk: membershipId,
      clinician: clinician.membershipId,
      clientId: id,
      typeId,
      start: wallTimeOn(day, 8 * 60 + number),
      zone,
      minutes: 55,
    };
    return { id, visit };
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    lane,
    biller,
    clinician,
    async prepare(number) {
      const [first, second] = [await client(2 * number), await client(2 * number + 1)];
      const { visitId } = await notedVisit(as, first.visit);
      await signedVisit(as, second.visit);
      return { visitId, clients: [first.id, second.id] };
    },
    alone(work) {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    close: () => database.close(),
  };
}
