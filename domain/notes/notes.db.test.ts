import { type As, diagnosis, insure, loadSomeCodes, setUpBilling, signedVisit } from '../../dev/demo/billing';
import { type TestPractice, aClient, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { setClientBilling } from '../billing/coverage';
import { chargeLife } from '../claims/charge-state';
import { proposeCharge } from '../claims/propose-charge';
import { checkIn } from '../visits/check-in';
import { beginVisit } from '../visits/conduct-visit';
import { instantOf } from '../time/instant';
import { amendNote } from './amend-note';
import { listNotes } from './list-notes';
import { endDiagnosis, noteDiagnosis, rankDiagnosis } from './note-diagnosis';
import { noteLife } from './note-state';
import { signNote } from './sign-note';
import { writeNote } from './write-note';

const world = aWorld();
let practice: TestPractice;
let payers: readonly string[];
beforeAll(async () => {
  practice = await aPractice(world());
  await loadSomeCodes(world().worker);
  payers = await practice.as('administrator', (tx) => setUpBilling(tx, practice.clinician));
});

const codes = [diagnosis, 'F33.0', 'F43.10'];
const anAddress = { sex: 'U', street: '5 ELM STREET', city: 'ALBANY', region: 'NY', postalCode: '12207' } as const;
const text = { subjective: 'S', objective: 'O', assessment: 'A', plan: 'P' };
const as: As = (membershipId, work, now) => practice.as({ membershipId }, work, now);
const mine = () => aClient(practice, { clinicians: [practice.clinician], notADouble: true });
const began = instantOf(Date.UTC(2026, 9, 15, 14, 0));

async function aVisit(clientId?: string) {
  const client = clientId ?? (await mine());
  const at = instantOf(Date.now() + 60_000);
  const appointmentId = await anAppointment(practice, { clientId: client, at, doubleBook: true });
  const visitId = await practice.as('front_desk', (tx) => checkIn(tx, { appointmentId, version: 1 }));
  return { clientId: client, visitId };
}
const noteOf = (id: string) =>
  practice.as(
    'clinician',
    (tx) => tx.one<{ version: number; state: string; subjective: string }>`
    select version, state, subjective from notes where practice_id = ${tx.practiceId} and id = ${id}`,
  );
const asClinician = <T>(work: Parameters<TestPractice['as']>[1]) =>
  practice.as({ membershipId: practice.clinician }, work) as Promise<T>;

test('a draft is saved while someone types; an older copy does not overwrite a newer one', async () => {
  const { visitId } = await aVisit();
  const id = await asClinician<string>((tx) => writeNote(tx, { visitId, ...text }));
  expect(await asClinician((tx) => writeNote(tx, { visitId, ...text, subjective: 'more', version: 1 }))).toBe(id);
  expect(await noteOf(id)).toEqual({ version: 2, state: 'draft', subjective: 'more' });
  await expect(asClinician((tx) => writeNote(tx, { visitId, ...text, version: 1 }))).rejects.toMatchObject({
    code: 'stale_version',
  });
});

test('a signed note stays as it is, for the database too; an amendment stands beside it', async () => {
  const { visitId } = await aVisit();
  const id = await asClinician<string>((tx) =>
    writeNote(tx, { visitId, ...text, beganAt: began, endedAt: instantOf(began + 3_000_000) }),
  );
  await expect(asClinician((tx) => amendNote(tx, { noteId: id, body: 'early' }))).rejects.toMatchObject({
    code: 'wrong_state',
  });
  await asClinician((tx) => signNote(tx, { id, version: 1 }));
  await expect(asClinician((tx) => writeNote(tx, { visitId, ...text, subjective: 'other' }))).rejects.toMatchObject({
    code: 'wrong_state',
  });
  await expect(
    asClinician((tx) => tx.rows('notes').where({ practice_id: tx.practiceId, id }).update({ subjective: 'other' })),
  ).rejects.toMatchObject({ code: 'wrong_state' });
  await asClinician((tx) => amendNote(tx, { noteId: id, body: 'one thing more' }));
  expect(await noteOf(id)).toMatchObject({ state: 'signed', subjective: 'S' });
});

test('times are attested before it is signed, and by whoever held the session', async () => {
  const { visitId } = await aVisit();
  const id = await asClinician<string>((tx) => writeNote(tx, { visitId, ...text }));
  await expect(asClinician((tx) => signNote(tx, { id, version: 1 }))).rejects.toMatchObject({ code: 'invalid' });
  await expect(practice.as('supervisor', (tx) => signNote(tx, { id, version: 1 }))).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the front desk, the biller and the administrator see no note', async () => {
  const { visitId } = await aVisit();
  const id = await asClinician<string>((tx) => writeNote(tx, { visitId, ...text }));
  for (const role of ['front_desk', 'biller', 'administrator', 'auditor'] as const)
    expect(
      await practice.as(role, (tx) => tx.all`select 1 from notes where practice_id = ${tx.practiceId} and id = ${id}`),
    ).toEqual([]);
});

test('a diagnosis is a code that a claim may carry; it stands once, and ends', async () => {
  const clientId = await mine();
  const noted = (code: string) =>
    asClinician<string>((tx) => noteDiagnosis(tx, { clientId, code, rank: 1, fromDay: '2026-10-01' }));
  await expect(noted('Z99.999')).rejects.toMatchObject({ fields: [{ code: 'diagnosis_unknown' }] });
  const id = await noted(diagnosis);
  await expect(noted(diagnosis)).rejects.toMatchObject({ code: 'duplicate' });
  await asClinician((tx) => endDiagnosis(tx, { id, version: 1 }));
  expect(await noted(diagnosis)).not.toBe(id);
});

test('signing proposes the charge: code by attested minutes, place, fee and diagnoses', async () => {
  const clientId = await mine();
  await practice.as('front_desk', (tx) => insure(tx, clientId, payers.slice(0, 1), 900));
  const visit = { clinician: practice.clinician, clientId, zone, start: '2026-10-20T10:00' };
  const desk = await practice.member('front_desk');
  const office = await signedVisit(as, { ...visit, desk, typeId: practice.types['therapy'] ?? '', minutes: 45 });
  const video = await signedVisit(as, { ...visit, desk, typeId: practice.types['telehealth'] ?? '', minutes: 53 });
  const charges = (visitId: string) =>
    practice.as(
      'biller',
      (tx) => tx.all`
      select state, code, modifiers, place_of_service, cents, diagnoses, service_day::text from charges
       where practice_id = ${tx.practiceId} and visit_id = ${visitId}`,
    );
  const of = { state: 'proposed', diagnoses: [diagnosis], service_day: '2026-10-20' };
  expect(await charges(office)).toEqual([
    { ...of, code: '90834', modifiers: [], place_of_service: '11', cents: 14_000 },
  ]);
  expect(await charges(video)).toEqual([
    { ...of, code: '90837', modifiers: ['95'], place_of_service: '10', cents: 17_500 },
  ]);
});

test('what a charge lacks becomes work that names it, and no charge', async () => {
  const { visitId, clientId } = await aVisit();
  const id = await asClinician<string>((tx) =>
    writeNote(tx, { visitId, ...text, beganAt: began, endedAt: instantOf(began + 600_000) }),
  );
  await asClinician((tx) => signNote(tx, { id, version: 1 }));
  const work = await practice.as(
    'biller',
    (tx) => tx.all<{ params: { missing: string[] } }>`
    select params from work_items where practice_id = ${tx.practiceId} and ref_id = ${id} and client_id = ${clientId}`,
  );
  expect(work.map(({ params }) => params.missing.toSorted())).toEqual([
    ['client_address', 'coverage', 'diagnosis', 'too_short'],
  ]);
  const charges = await practice.as(
    'biller',
    (tx) => tx.all`select 1 from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId}`,
  );
  expect(charges).toEqual([]);
});

test('once what a charge lacked is there, the item says what still is missing, and then the charge is proposed', async () => {
  const clientId = await mine();
  const { visitId } = await aVisit(clientId);
  await asClinician((tx) => noteDiagnosis(tx, { clientId, code: diagnosis, fromDay: '2026-10-01' }));
  const id = await asClinician<string>((tx) =>
    writeNote(tx, { visitId, ...text, beganAt: began, endedAt: instantOf(began + 50 * 60_000) }),
  );
  await asClinician((tx) => signNote(tx, { id, version: 1 }));
  const work = () =>
    practice.as(
      'biller',
      (tx) => tx.one<{ state: string; missing: string[] }>`
        select state, params->'missing' as missing from work_items where practice_id = ${tx.practiceId} and ref_id = ${id}`,
    );
  expect(await work()).toEqual({ state: 'open', missing: ['coverage', 'client_address'] });
  const again = () => practice.as({ practiceId: practice.id, service: 'core' }, (tx) => proposeCharge(tx, id));
  await practice.as('front_desk', (tx) => setClientBilling(tx, { clientId, ...anAddress }));
  expect(await again()).toBeUndefined();
  expect(await work()).toEqual({ state: 'open', missing: ['coverage'] });
  await practice.as('front_desk', (tx) => insure(tx, clientId, payers.slice(0, 1), 901));
  const charge = await again();
  expect(charge).toEqual(expect.any(String));
  expect(await again()).toBe(charge);
  expect(await work()).toMatchObject({ state: 'done' });
});

test('a session that was signed without a diagnosis is billed by one that is noted later and holds for it', async () => {
  const clientId = await mine();
  await practice.as('front_desk', (tx) => insure(tx, clientId, payers.slice(0, 1), 902));
  const { visitId } = await aVisit(clientId);
  const id = await asClinician<string>((tx) =>
    writeNote(tx, { visitId, ...text, beganAt: began, endedAt: instantOf(began + 50 * 60_000) }),
  );
  await asClinician((tx) => signNote(tx, { id, version: 1 }));
  const ofNote = () =>
    asClinician(
      (tx) => tx.all`select code from note_diagnoses where practice_id = ${tx.practiceId} and note_id = ${id}`,
    );
  const note = (fromDay: string) =>
    asClinician<string>((tx) => noteDiagnosis(tx, { clientId, code: diagnosis, fromDay }));
  const later = await note('2026-11-01');
  expect(await ofNote()).toEqual([]);
  await asClinician((tx) => endDiagnosis(tx, { id: later, version: 1 }));
  await note('2026-10-15');
  expect(await ofNote()).toEqual([{ code: diagnosis }]);
});

test('diagnoses have an order, and one that moves makes room', async () => {
  const clientId = await mine();
  const ids: string[] = [];
  for (const code of codes)
    ids.push(await asClinician<string>((tx) => noteDiagnosis(tx, { clientId, code, fromDay: '2026-10-01' })));
  const order = () =>
    asClinician(
      (tx) => tx.all<{ code: string; rank: number }>`
      select code, rank from diagnoses where practice_id = ${tx.practiceId} and client_id = ${clientId} order by rank`,
    );
  expect(await order()).toEqual(codes.map((code, index) => ({ code, rank: index + 1 })));
  await asClinician((tx) => rankDiagnosis(tx, { id: ids[2] ?? '', version: 1, rank: 1 }));
  expect(await order()).toEqual([codes[2], codes[0], codes[1]].map((code, index) => ({ code, rank: index + 1 })));
});

test('only whoever held the session writes its note', async () => {
  const { visitId } = await aVisit();
  await expect(practice.as('supervisor', (tx) => writeNote(tx, { visitId, ...text }))).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('nothing is attested that is yet to come, and no end before its beginning', async () => {
  const { visitId } = await aVisit();
  const soon = instantOf(Date.now() + 3_600_000);
  const id = await asClinician<string>((tx) =>
    writeNote(tx, { visitId, ...text, beganAt: instantOf(soon - 3_600_000), endedAt: soon }),
  );
  await expect(asClinician((tx) => signNote(tx, { id, version: 1 }))).rejects.toMatchObject({
    fields: [{ pointer: '/ended', code: 'time_in_future' }],
  });
  const reversed = asClinician((tx) => writeNote(tx, { visitId, ...text, beganAt: soon, endedAt: began }));
  await expect(reversed).rejects.toMatchObject({ fields: [{ pointer: '/ended', code: 'time_before_other' }] });
});

test('the lives of notes and charges are those of the database', () => {
  expect([noteLife.states, chargeLife.states]).toEqual([
    ['draft', 'signed'],
    ['proposed', 'approved', 'void'],
  ]);
});

test('a client’s notes are listed the latest first, begun or not, with what they were signed with', async () => {
  const clientId = await mine();
  const [first, second] = [await aVisit(clientId), await aVisit(clientId)];
  for (const { visitId } of [first, second]) await asClinician((tx) => beginVisit(tx, { id: visitId, version: 1 }));
  await asClinician((tx) => noteDiagnosis(tx, { clientId, code: diagnosis, fromDay: '2026-10-01' }));
  const attested = { beganAt: began, endedAt: instantOf(began + 3_000_000) };
  const id = await asClinician<string>((tx) => writeNote(tx, { visitId: first.visitId, ...text, ...attested }));
  await asClinician((tx) => signNote(tx, { id, version: 1 }));
  await asClinician((tx) => amendNote(tx, { noteId: id, version: 2, body: 'more' }));

  const listing = { order: 'DESC', offset: 0, limit: 10 } as const;
  const { rows, total } = await practice.as({ membershipId: practice.clinician }, (tx) =>
    listNotes(tx, { clientId }, listing),
  );
  expect(total).toBe(2);
  expect(rows.find((row) => row.id === first.visitId)).toMatchObject({
    state: 'signed',
    minutes: 50,
    diagnoses: [diagnosis],
    amendments: 1,
  });
  expect(rows.find((row) => row.id === second.visitId)).toMatchObject({ state: null, minutes: null, diagnoses: [] });
  expect(rows.map(({ startsAt }) => startsAt)).toEqual(rows.map(({ startsAt }) => startsAt).toSorted((a, b) => b - a));
});
