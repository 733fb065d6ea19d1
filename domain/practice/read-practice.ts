import type { PracticeTx } from '../database/practice-tx';
import { type PracticeNow, practiceOf } from './policy';

export interface PracticeOverview extends PracticeNow {
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly credentials: string | null;
    readonly isClinician: boolean;
    readonly colour: number;
  }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly types: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly minutes: number;
    readonly modality: 'office' | 'telehealth';
  }[];
}

/** What forms choose from: people, rooms, kinds of appointment; and the rules in force. */
export async function readPractice(tx: PracticeTx): Promise<PracticeOverview> {
  const practice = await practiceOf(tx);
  const staff = await tx
    .rows('staff')
    .where({ practice_id: tx.practiceId })
    .whereNull('ended_at')
    .orderBy(['display_name', 'id']);
  const rooms = await tx
    .rows('rooms')
    .where({ practice_id: tx.practiceId })
    .whereNull('ended_at')
    .orderBy(['name', 'id']);
  const types = await tx
    .rows('appointment_types')
    .where({ practice_id: tx.practiceId })
    .whereNull('ended_at')
    .orderBy(['name', 'id']);
  return {
    ...practice,
    staff: staff.map((one) => ({
      id: one.id,
      name: one.display_name,
      shortName: one.short_name,
      credentials: one.credentials,
      isClinician: one.is_clinician,
      colour: one.colour,
    })),
    rooms: rooms.map((one) => ({ id: one.id, name: one.name })),
    types: types.map((one) => ({
      id: one.id,
      code: one.code,
      name: one.name,
      minutes: one.minutes,
      modality: one.modality,
    })),
  };
}
