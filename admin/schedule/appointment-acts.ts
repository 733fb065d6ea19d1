import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { type CardAct, type DeskRights, actOf, canSee } from '../today/card-act';

/** What else can be done about an appointment, beside the one next act. */
export type PageAct = 'see' | 'confirm' | 'move' | 'cancel' | 'missed' | 'came' | 'left' | 'restore' | 'next';

export interface PageActs {
  /** The one thing to do now. */
  readonly first: CardAct | undefined;
  readonly further: readonly PageAct[];
}

type Standing = Pick<AppointmentView, 'state' | 'visit' | 'clinicianId' | 'startsAt' | 'nextVisitAt'>;

interface Time {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The appointment is today or was before: someone may come. */
  readonly dayHasCome: boolean;
}

/** Everything that this person may do about an appointment as it stands. The server has the last word. */
export function actsOf(appointment: Standing, rights: DeskRights, { now, dayHasCome }: Time): PageActs {
  const { state, visit, startsAt } = appointment;
  const ahead = state === 'scheduled' || state === 'confirmed';
  const next = actOf(appointment, rights);
  const may: readonly (PageAct | false)[] = [
    canSee(appointment, rights) && 'see',
    state === 'scheduled' && startsAt > now && rights.change && 'confirm',
    ahead && startsAt <= now && rights.change && 'missed',
    ahead && rights.change && 'move',
    ahead && rights.change && 'cancel',
    visit?.state === 'waiting' && rights.checkIn && 'left',
    state === 'no_show' && rights.checkIn && 'came',
    (state === 'no_show' || (state === 'cancelled' && startsAt > now)) && rights.change && 'restore',
    !ahead && state !== 'requested' && rights.change && 'next',
  ];
  return { first: next === 'check_in' && !dayHasCome ? undefined : next, further: may.filter((act) => act !== false) };
}
