import type { AppointmentDetail } from '../../../api/schedule/appointment.contract';
import type { ClientView } from '../../../api/clients/client.contract';
import { addMinutes, instantOf } from '../../../domain/time/instant';
import { minuteOfDay, wallTimeAt } from '../../../domain/time/wall-time';
import { type Desk, confirmByLink } from './desk';
import type { Lane } from './lane';
import { until } from './until';
import { got } from './vendor';

/** Who acts in a lane. */
export interface Cast {
  readonly lane: Lane;
  readonly desk: Desk;
  readonly clinician: Desk;
  readonly typeId: string;
  readonly zone: string;
}

/** Every step of D.1 to D.3 that a kill can meet. */
export type Step =
  | 'register'
  | 'book'
  | 'send'
  | 'timer'
  | 'confirm'
  | 'move'
  | 'cancel'
  | 'check_in'
  | 'begin'
  | 'complete'
  | 'missing'
  | 'sign';

/** Does a step, and whatever is to happen at it. */
export type Doing = <T>(step: Step, act: () => Promise<T>, appointmentId?: string) => Promise<T>;

/** One client and one appointment, from her registration on. Answers the appointment's id. */
export interface Life {
  readonly cast: Cast;
  /** The number of the life: its client, its day, its phone. */
  readonly number: number;
  readonly doing: Doing;
}

const minuteMs = 60_000;
/** Soon enough not to wait long, late enough to be killed before. */
const soonMs = 5_000;

/** The stories that are lived: what happens in each, step by step. */
export const stories = {
  async reminded(life: Life) {
    const id = await begin(life);
    await sendNext(life, id);
    await next(life.cast, id, 'reminder_48h');
    return id;
  },
  async timed(life: Life) {
    const id = await begin(life);
    await reminderSoon(life.cast, id);
    await life.doing('timer', () => sent(life.cast, id, 'reminder_48h'), id);
    await next(life.cast, id, 'reminder_2h');
    return id;
  },
  async visited(life: Life) {
    return visited(life, await begin(life));
  },
  async unsigned(life: Life) {
    const { cast, doing } = life;
    const id = await visited({ ...life, doing: (_, act) => act() }, await begin(life));
    await endedBefore(cast, id);
    await doing('sign', () => next(cast, id, null), id);
    return id;
  },
  async cancelled(life: Life) {
    const { cast, number, doing } = life;
    const id = await begin(life);
    await sendNext(life, id);
    const at = await version(cast, id);
    await doing('move', () =>
      cast.desk.act(`appointments/${id}/move`, { start: wallOf(cast, number, 60), doubleBook: true }, at),
    );
    await sendNext({ ...life, doing: (_, act) => act() }, id);
    const moved = await version(cast, id);
    await doing('cancel', () => cast.desk.act(`appointments/${id}/cancel`, { reason: 'client_asked' }, moved));
    await sent(cast, id, 'notice');
    await next(cast, id, null);
    return id;
  },
  async missed(life: Life) {
    const { cast, doing } = life;
    const id = await begin(life);
    await startsIn(cast, id, soonMs - 15 * minuteMs);
    await next(cast, id, 'ask_missing');
    await doing('missing', () => next(cast, id, 'decide_missing'), id);
    return id;
  },
} as const satisfies Readonly<Record<string, (life: Life) => Promise<string>>>;
export type StoryName = keyof typeof stories;

async function begin({ cast, number, doing }: Life): Promise<string> {
  const digits = String(number).padStart(4, '0');
  const client = await doing('register', () =>
    cast.desk.act<ClientView>('clients', {
      firstName: 'Linden',
      lastName: `Number-${digits}`,
      birthDate: '1988-04-12',
      zone: whereItIsNoon(),
      contacts: [
        { kind: 'mobile', value: `+1646555${digits}` },
        { kind: 'email', value: `linden-${digits}@example.org` },
      ],
      consents: ['sms', 'email'],
      notADouble: true,
    }),
  );
  const booking = {
    clientId: client.id,
    clinicianId: cast.clinician.membershipId,
    typeId: cast.typeId,
    start: wallOf(cast, number, 10),
    doubleBook: true,
  };
  const { id } = await doing('book', () => cast.desk.act<AppointmentDetail>('appointments', booking));
  await next(cast, id, 'reminder_72h');
  return id;
}

/** From the reminder to the end of a session, of which no note is signed. */
async function visited(life: Life, id: string): Promise<string> {
  const { cast, doing } = life;
  const token = await sendNext(life, id);
  if (token !== undefined) await doing('confirm', () => confirmByLink(cast.lane, token, id));
  else await cast.desk.act(`appointments/${id}/confirm`, {}, await version(cast, id));
  await startsIn(cast, id, 5 * minuteMs);
  await next(cast, id, 'ask_missing');
  const at = await version(cast, id);
  await doing('check_in', () => cast.desk.act(`appointments/${id}/check-in`, {}, at));
  const { visit } = await read(cast, id);
  await doing('begin', () => cast.clinician.act(`visits/${visit?.id}/begin`, {}, visit?.version));
  const begun = await read(cast, id);
  await doing('complete', () => cast.clinician.act(`visits/${visit?.id}/complete`, {}, begun.visit?.version));
  await next(cast, id, 'ask_signature');
  return id;
}

/** Sends what is next at once, and waits until it is settled. Answers the token of its link, if it came. */
async function sendNext({ cast, doing }: Life, id: string): Promise<string | undefined> {
  await next(cast, id, 'reminder_72h');
  const { occurrence, version: at } = await read(cast, id);
  await doing(
    'send',
    async () => {
      await cast.desk.act(`appointments/${id}/send-now`, {}, at);
      await sent(cast, id, 'reminder_72h', occurrence);
    },
    id,
  );
  const [message] = await messagesOf(cast, id, 'reminder_72h', occurrence);
  const came = (await got(cast.lane)).find(({ key }) => message && key.startsWith(message.id));
  return /\/a\/([\w.-]+)/.exec(came?.body ?? '')?.[1];
}

const read = (cast: Cast, id: string) => cast.desk.read<AppointmentDetail>(`appointments/${id}`);
const version = async (cast: Cast, id: string) => (await read(cast, id)).version;

const messagesOf = (cast: Cast, id: string, kind: string, occurrence?: number) =>
  cast.lane.sql<{ id: string; state: string }>(
    `select id, state from kept.messages where appointment_id = $1 and kind = $2 and occurrence = coalesce($3, occurrence)`,
    [id, kind, occurrence ?? null],
  );

const sent = (cast: Cast, id: string, kind: string, occurrence?: number) =>
  until(`${kind} is settled`, async () => {
    const [message] = await messagesOf(cast, id, kind, occurrence);
    return message && !['planned', 'claimed'].includes(message.state);
  });

/** Waits until this is what comes next, planned from the appointment as it is now; null: nothing more. */
export const next = (cast: Cast, id: string, step: string | null) =>
  until(`next is ${step}`, async () => {
    const [row] = await cast.lane.sql<{ kind: string; step: string | null; is_current: boolean }>(
      `select kind, step, planned_version = wanted_version as is_current from kept.next_steps where id = $1`,
      [id],
    );
    return row?.is_current && row.kind !== 'unplanned' && row.step === step;
  });

/** Lets time pass for one appointment: as the superuser, because no rule of Kept brings a time back. Its workflow is told. */
async function startsIn(cast: Cast, id: string, ms: number): Promise<void> {
  await cast.lane.sql(
    `update kept.appointments set starts_at = clock_timestamp() + $2 * interval '1 ms',
            ends_at = clock_timestamp() + $2 * interval '1 ms' + (ends_at - starts_at) where id = $1`,
    [id, ms],
  );
  const { clientId } = await read(cast, id);
  const client = await cast.desk.read<ClientView>(`clients/${clientId}`);
  await cast.desk.act(`clients/${clientId}/change`, { preferredName: 'Lin' }, client.version);
}

/** As if the session had ended the practice's grace time for notes ago, but for a moment; its workflow hears of the checkout. */
async function endedBefore(cast: Cast, id: string): Promise<void> {
  await cast.lane.sql(
    `update kept.visits v set arrived_at = arrived_at - by, seen_at = seen_at - by, began_at = began_at - by, ended_at = ended_at - by
       from (select note_grace_hours * interval '1 h' - $2 * interval '1 ms' as by from kept.practice_policies order by effective_from desc limit 1) a
      where v.appointment_id = $1`,
    [id, soonMs],
  );
  const { visit } = await read(cast, id);
  await cast.desk.act(`visits/${visit?.id}/check-out`, {}, visit?.version);
}

/** Brings the text of two days before to a moment from now, with the seconds by which it is spread. */
async function reminderSoon(cast: Cast, id: string): Promise<void> {
  const { startsAt, reminders } = await read(cast, id);
  const text = reminders.find(({ code }) => code === 'reminder_48h');
  if (!text) throw new Error('no text two days before');
  await startsIn(cast, id, startsAt - text.due + soonMs);
  await sent(cast, id, 'reminder_72h'); // its time has passed, and it is still of use
  await next(cast, id, 'reminder_48h');
}

/** Each life has days of its own; the hour is that of now, so that no reminder falls into the quiet of the client's night. */
const wallOf = (cast: Cast, number: number, days: number): string =>
  wallTimeAt(addMinutes(instantOf(Date.now()), (days + number) * 24 * 60), cast.zone);

function whereItIsNoon(): string {
  const hour = Math.floor(minuteOfDay(instantOf(Date.now()), 'UTC') / 60);
  const ahead = 12 - hour; // at UTC+n it is noon; zones of this kind count the other way round
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
