import { letClientIn } from '../../domain/clients/let-client-in';
import { type AppointmentId, type ClientId, type MembershipId, type MessageId, newId } from '../../domain/ids';
import { takePayment } from '../../domain/ledger/take-payment';
import { centsOf } from '../../domain/money/cents';
import { noteDiagnosis } from '../../domain/notes/note-diagnosis';
import { signNote } from '../../domain/notes/sign-note';
import { writeNote } from '../../domain/notes/write-note';
import { recordAgreement } from '../../domain/practice/record-agreement';
import { planAppointment } from '../../domain/reminders/plan-appointment';
import { blockTime } from '../../domain/schedule/block-time';
import { cancelAppointment } from '../../domain/schedule/cancel-appointment';
import { addMinutes, instantOf } from '../../domain/time/instant';
import { checkIn } from '../../domain/visits/check-in';
import { beginVisit, completeVisit } from '../../domain/visits/conduct-visit';
import { openWorkItem } from '../../domain/work/open-work-item';
import { type TestPractice, aClient, anAppointment, preciseWall } from './practice';

/** One client of a practice with her clinician and her portal account, around whom requests are made. */
export interface Scene {
  readonly practice: TestPractice;
  readonly clientId: ClientId;
  readonly clinicianId: MembershipId;
  readonly portal: MembershipId;
  /** An appointment at a time that nobody else has: ahead by months, cancelled, in an hour, or begun an hour ago. */
  appointment(when?: 'ahead' | 'cancelled' | 'soon' | 'begun'): Promise<AppointmentId>;
  /** An appointment whose next step, a reminder, is planned. */
  planned(): Promise<AppointmentId>;
  visit(reached?: 'waiting' | 'in_session' | 'checkout'): Promise<{ readonly id: string; readonly version: number }>;
  message(): Promise<MessageId>;
  work(): Promise<string>;
  block(): Promise<string>;
  agreement(): Promise<string>;
  contact(): Promise<string>;
  /** What the client paid at the desk. */
  payment(): Promise<string>;
  /** A visit that is over, with its clinician's note as a draft, or signed; on that version. */
  note(reached: 'draft' | 'signed'): Promise<{ readonly id: string; readonly version: number }>;
  /** A diagnosis code that a claim may carry, each time another. */
  diagnosisCode(): Promise<string>;
  diagnosis(): Promise<string>;
  /** A wall time at which nobody has anything. */
  freeTime(): string;
}

let hours = 0;
/** A January at least a month ahead: no clock is put forward or back in it. */
const ahead = (): number => {
  const soon = new Date(Date.now() + 30 * 86_400_000);
  const year = soon.getUTCFullYear();
  return Date.UTC(soon.getTime() < Date.UTC(year, 0, 4) ? year : year + 1, 0, 4);
};
let codes = 0;

export async function aScene(
  practice: TestPractice,
  given: { readonly clinicianId?: MembershipId } = {},
): Promise<Scene> {
  const clinicianId = given.clinicianId ?? practice.clinician;
  const clientId = await aClient(practice, { clinicians: [clinicianId] });
  const portal = await practice.as('front_desk', (tx) =>
    letClientIn(tx, { clientId, email: `scene-${newId()}@example.org`, passwordHash: 'none', relation: 'self' }),
  );
  const freeTime = () => {
    hours += 2;
    return new Date(ahead() + hours * 3_600_000).toISOString().slice(0, 16);
  };
  const near = (minutes: number) =>
    preciseWall(addMinutes(instantOf(Math.floor(Date.now() / 60_000) * 60_000), minutes));
  const book = (start: string) => anAppointment(practice, { clientId, clinicianId, start, doubleBook: true });

  const scene: Scene = {
    practice,
    clientId,
    clinicianId,
    portal,
    freeTime,
    async appointment(when = 'ahead') {
      const id = await book(when === 'soon' ? near(60) : when === 'begun' ? near(-60) : freeTime());
      if (when === 'cancelled')
        await practice.as('front_desk', (tx) =>
          cancelAppointment(tx, { id, version: 1, reason: 'client_asked', byClient: false }),
        );
      return id;
    },
    async planned() {
      const id = await book(freeTime());
      await practice.as({ practiceId: practice.id, service: 'core' }, (tx) => planAppointment(tx, id, 0));
      return id;
    },
    async visit(reached = 'waiting') {
      const appointmentId = await scene.appointment('soon');
      const id = await practice.as('front_desk', (tx) => checkIn(tx, { appointmentId, version: 1 }));
      if (reached === 'waiting') return { id, version: 1 };
      await practice.as({ membershipId: clinicianId }, (tx) => beginVisit(tx, { id, version: 1 }));
      if (reached === 'in_session') return { id, version: 2 };
      await practice.as({ membershipId: clinicianId }, (tx) => completeVisit(tx, { id, version: 2 }));
      return { id, version: 3 };
    },
    async message() {
      const [id, appointmentId] = [newId(), await scene.appointment()];
      await practice.as({ practiceId: practice.id, service: 'messages' }, (tx) =>
        tx.rows('messages').insert({
          practice_id: practice.id,
          id,
          client_id: clientId,
          appointment_id: appointmentId,
          occurrence: 1,
          kind: 'reminder_48h',
          channel: 'sms',
          state: 'planned',
          to_address: '+12125550134',
          body: 'You have an appointment: {link}',
        }),
      );
      return id;
    },
    async work() {
      const refId = await scene.appointment();
      await practice.as({ practiceId: practice.id, service: 'core' }, (tx) =>
        openWorkItem(tx, { cause: 'message_unknown', entity: 'appointment', refId, clientId }),
      );
      const item = await practice.as(
        'front_desk',
        (tx) =>
          tx.one<{ id: string }>`select id from work_items where practice_id = ${tx.practiceId} and ref_id = ${refId}`,
      );
      return item?.id ?? '';
    },
    block: () =>
      practice.as('front_desk', (tx) =>
        blockTime(tx, { resourceId: clinicianId, kind: 'meeting', title: null, start: freeTime(), minutes: 30 }),
      ),
    agreement: () =>
      practice.as('administrator', (tx) =>
        recordAgreement(tx, { vendor: 'twilio', services: ['texts'], signedOn: '2026-01-01', expiresOn: null }),
      ),
    payment: () =>
      practice.as('front_desk', (tx) =>
        takePayment(tx, {
          clientId,
          visitId: null,
          method: 'cash',
          cents: centsOf(2500),
          reference: null,
          again: false,
        }),
      ),
    async note(reached) {
      const { id } = await scene.visit('checkout');
      const now = instantOf(Date.now());
      const text = { subjective: 'S', objective: 'O', assessment: 'A', plan: 'P' };
      const times = { beganAt: addMinutes(now, -50), endedAt: addMinutes(now, -1) };
      const noteId = await practice.as({ membershipId: clinicianId }, (tx) =>
        writeNote(tx, { visitId: id, ...text, ...times }),
      );
      if (reached === 'draft') return { id, version: 1 };
      await practice.as({ membershipId: clinicianId }, (tx) => signNote(tx, { id: noteId, version: 1 }));
      return { id, version: 2 };
    },
    async diagnosisCode() {
      codes += 1;
      const code = `X00.${codes.toString(36).toUpperCase()}`;
      const row = { code, billable: true, title: 'Invented', from_day: '2015-10-01', until_day: null };
      await practice.worker.kernel.raw('select kernel.import_icd10(?)', [JSON.stringify([row])]);
      return code;
    },
    async diagnosis() {
      const code = await scene.diagnosisCode();
      return practice.as({ membershipId: clinicianId }, (tx) =>
        noteDiagnosis(tx, { clientId, code, fromDay: '2026-01-01' }),
      );
    },
    async contact() {
      const row = await practice.as(
        'front_desk',
        (tx) =>
          tx.one<{
            id: string;
          }>`select id from client_contacts where practice_id = ${tx.practiceId} and client_id = ${clientId} limit 1`,
      );
      return row?.id ?? '';
    },
  };
  return scene;
}
