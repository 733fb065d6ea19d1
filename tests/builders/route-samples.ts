import type { Route } from '../../api/http/route';
import { fileType } from '../../api/http/take-file';
import type { FrontDoor, StaffRole } from '../../domain/access/roles';
import { newId } from '../../domain/ids';
import { setAside } from '../../domain/remittances/resolve-remittance-claim';
import { readDeparture } from '../../domain/claims/leave-by-rule';
import { linkToken } from '../../domain/portal/link-token';
import { removeView, saveView } from '../../domain/views/save-view';
import { practiceOf } from '../../domain/practice/policy';
import { type Sent, linkKeys } from './api';
import { aFileSetAside, aPaymentSetAside, aSubmittedClaim, anArrivedRemittance } from './arrived';
import { aFile } from './billing';
import { aCharge, aClaim, aWrittenBatch, batchVersion, endTry } from './claim-scene';
import {
  aCoverage,
  aCoverageBody,
  aFeeBody,
  aPayer,
  aPayerBody,
  aProfileBody,
  aReplacement,
  anAuthorization,
  billingVersion,
} from './coverage-scene';
import { aDeniedClaim } from './denied-claim';
import type { Scene } from './scene';
import { aPaidClaim, aPaidLine } from './x12/remittances';

/** A request that a route takes, about someone in a scene. */
export interface Sample {
  readonly id?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly version?: number;
  readonly body?: unknown;
  /** The bytes, where the route takes a file. */
  readonly file?: Uint8Array;
  /** What it answers where that is not what the contract says: a sign-in that fails. */
  readonly status?: number;
}

type Make = (scene: Scene, role: StaffRole) => Promise<Sample> | Sample;

const about =
  (find: (scene: Scene) => Promise<string>, body: unknown = {}, version = 1): ((scene: Scene) => Promise<Sample>) =>
  async (scene) => ({ id: await find(scene), version, body });

const ofVisit =
  (reached: 'waiting' | 'in_session' | 'checkout'): Make =>
  async (scene) => ({ ...(await scene.visit(reached)), body: {} });

function ofNote(reached: 'draft' | 'signed', body: unknown = {}): Make {
  return async (scene) => ({ ...(await scene.note(reached)), body });
}

function ofCharge(body: unknown = {}, reached: 'proposed' | 'approved' = 'proposed'): Make {
  return async (scene) => ({ ...(await aCharge(scene, reached)), body });
}

const aViewBody = () => ({
  list: 'clients' as const,
  name: `Mine ${newId()}`,
  arrangement: { filters: { unbooked: 'yes' }, sort: null, columns: ['name' as const] },
});

/** A view of whoever asks: nobody sees another's. */
function ofView(body: () => unknown = () => ({}), removed = false): Make {
  return async ({ practice }, role) => {
    const id = await practice.as(role, (tx) => saveView(tx, aViewBody()));
    if (removed) await practice.as(role, (tx) => removeView(tx, { id, version: 1 }));
    return { id, version: removed ? 2 : 1, body: body() };
  };
}

const session: Readonly<Record<string, Make>> = {
  'GET /session': () => ({}),
  'POST /session': () => ({ body: { email: `nobody-${newId()}@example.org`, password: 'wrong' }, status: 401 }),
  'DELETE /session': () => ({}),
  'POST /session/input': () => ({}),
  'PUT /session/preferences/:key': () => ({ params: { key: 'theme' }, body: { value: 'dark' } }),
  'GET /live': () => ({}),
};

const staff: Readonly<Record<string, Make>> = {
  ...session,
  'POST /appointments/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'GET /appointments/:id': about((scene) => scene.appointment()),
  'POST /calendar/day': () => ({ body: { day: '2027-01-05' } }),
  'POST /appointments/free-times': ({ practice, clientId, clinicianId, freeTime }) => ({
    body: { clientId, clinicianId, typeId: practice.types['therapy'], start: freeTime() },
  }),
  'POST /appointments/booking-consequences': ({ clientId, freeTime }) => ({ body: { clientId, start: freeTime() } }),
  'POST /calendar/openings': () => ({ body: { day: '2027-01-05' } }),
  'POST /appointments/:id/consequences': about((scene) => scene.appointment(), { of: 'cancel' }),
  'POST /appointments': ({ practice, clientId, clinicianId, freeTime }) => ({
    body: { clientId, clinicianId, typeId: practice.types['therapy'], start: freeTime() },
  }),
  'POST /appointments/:id/move': async (scene) => ({
    id: await scene.appointment(),
    version: 1,
    body: { start: scene.freeTime() },
  }),
  'POST /appointments/:id/cancel': about((scene) => scene.appointment(), { reason: 'client_asked' }),
  'POST /appointments/:id/restore': about((scene) => scene.appointment('cancelled'), {}, 2),
  'POST /appointments/:id/confirm': about((scene) => scene.appointment()),
  'POST /appointments/:id/miss': about((scene) => scene.appointment('begun')),
  'POST /appointments/:id/send-now': about((scene) => scene.planned()),
  'POST /blocks': ({ clinicianId, freeTime }) => ({
    body: { resourceId: clinicianId, kind: 'lunch', start: freeTime(), minutes: 30 },
  }),
  'POST /blocks/:id/end': about((scene) => scene.block()),
  'POST /appointments/:id/check-in': about((scene) => scene.appointment('soon')),
  'POST /visits/:id/see': ofVisit('waiting'),
  'POST /visits/:id/begin': ofVisit('waiting'),
  'POST /visits/:id/complete': ofVisit('in_session'),
  'POST /visits/:id/leave': ofVisit('waiting'),
  'POST /visits/:id/check-out': ofVisit('checkout'),
  'GET /visits/:id/note': ofNote('draft'),
  'POST /unsigned-notes/search': () => ({ body: {} }),
  'PUT /visits/:id/note': async (scene) => ({
    ...(await scene.visit('checkout')),
    version: 0,
    body: { subjective: 'slept well', objective: '', assessment: '', plan: '', began: null, ended: null },
  }),
  'GET /visits/:id/note/consequences': ofNote('draft'),
  'POST /visits/:id/note/sign': ofNote('draft'),
  'POST /visits/:id/note/amend': ofNote('signed', { text: 'one thing more' }),
  'POST /notes/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /diagnoses/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /diagnosis-codes/find': () => ({ body: { text: 'anxiety' } }),
  'POST /diagnoses': async (scene) => ({
    body: { clientId: scene.clientId, code: await scene.diagnosisCode(), fromDay: '2026-01-01' },
  }),
  'POST /diagnoses/:id/rank': async (scene) => ({ id: await scene.diagnosis(), version: 1, body: { rank: 12 } }),
  'POST /diagnoses/:id/end': about((scene) => scene.diagnosis()),
  'GET /clients/:id/billing': ({ clientId }) => ({ id: clientId }),
  'PUT /clients/:id/billing': async (scene) => ({
    id: scene.clientId,
    version: await billingVersion(scene, 'client_billing', scene.clientId),
    body: { sex: 'U', street: '5 ELM STREET', city: 'ALBANY', region: 'NY', postalCode: '12207' },
  }),
  'POST /coverages': async (scene) => ({ body: { clientId: scene.clientId, ...(await aCoverageBody(scene)) } }),
  'POST /coverages/:id/change': about(aCoverage, { memberId: 'W901' }),
  'POST /coverages/:id/replace': aReplacement,
  'POST /authorizations': async (scene) => ({
    body: { coverageId: await aCoverage(scene), number: 'A-2', fromDay: '2031-01-01', untilDay: '2031-06-30' },
  }),
  'POST /authorizations/:id/change': about(anAuthorization, { visits: 8 }),
  'GET /billing-settings': () => ({}),
  'POST /practice-policies': async ({ practice }) => ({
    body: {
      replaces: (await practice.as('administrator', practiceOf)).policyId,
      changeFreeHours: 24,
      missingGraceMinutes: 15,
      noteGraceHours: 72,
      quietFromMinute: 0,
      quietUntilMinute: 0,
    },
  }),
  'POST /billing-profiles': () => ({ body: aProfileBody() }),
  'PUT /clinician-billing/:id': async (scene) => ({
    id: scene.clinicianId,
    version: await billingVersion(scene, 'clinician_billing', scene.clinicianId),
    body: { firstName: 'ROWAN', lastName: 'VALE', npi: '1477000115', taxonomy: '1041C0700X' },
  }),
  'POST /payers': () => ({ body: aPayerBody() }),
  'POST /payers/:id/change': about(aPayer, { filingDays: 120 }),
  'POST /payers/:id/end': about(aPayer),
  'POST /fees': () => ({ body: aFeeBody() }),
  'POST /charges/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'GET /charges/:id': ofCharge(),
  'GET /charges/:id/codes': ofCharge(),
  'POST /charges/approval-consequences': async (scene) => ({ body: { ids: [(await aCharge(scene)).id] } }),
  'POST /charges/approve': async (scene) => ({ body: { charges: [await aCharge(scene)] } }),
  'POST /charges/:id/approve': ofCharge(),
  'POST /charges/:id/add-on': ofCharge({ code: '90785' }),
  'POST /charges/:id/change': ofCharge({ code: '90834' }),
  'POST /charges/:id/reopen': ofCharge({}, 'approved'),
  'POST /charges/:id/cancel': ofCharge(),
  'POST /clients/search': (scene) => ({ body: { filter: { ids: [scene.clientId] } } }),
  'GET /clients/:id': ({ clientId }) => ({ id: clientId }),
  'POST /clients': (scene) => ({
    body: {
      firstName: 'Ida',
      lastName: `Moss-${newId()}`,
      birthDate: '1992-02-02',
      zone: 'America/New_York',
      contacts: [],
      consents: [],
      clinicians: [scene.clinicianId],
    },
  }),
  'POST /clients/:id/change': changeOf(() => ({ pronouns: 'they' })),
  'POST /clients/:id/contacts': changeOf(() => ({ kind: 'email', value: 'new@example.org' })),
  'POST /clients/:id/contacts/end': changeOf(async (scene) => ({ contactId: await scene.contact() })),
  'POST /clients/:id/consents': changeOf(() => ({ channel: 'voice', granted: true })),
  'POST /clients/:id/reach-consequences': about(({ clientId }) => Promise.resolve(clientId), {
    of: 'consent',
    channel: 'sms',
    granted: false,
  }),
  'POST /planned-messages/search': () => ({ body: {} }),
  'POST /messages/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'GET /messages/:id': about((scene) => scene.message()),
  'POST /claims/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /claims/:id/correct': about(aClaim),
  'POST /claims/:id/void': about(aClaim),
  'POST /claims/:id/appeal': about(aDeniedClaim, { note: 'By mail' }, 3),
  'POST /claims/:id/close': about(aDeniedClaim, {}, 3),
  'GET /claims/:id': about(aClaim),
  'GET /claims/:id/files/:fileId': async (scene) => {
    const { claimId, fileId } = await aWrittenBatch(scene);
    return { id: claimId, params: { fileId } };
  },
  'POST /claim-batches/search': () => ({ body: {} }),
  'GET /claim-batches/ready': () => ({}),
  'GET /claim-batches/departure': () => ({}),
  'PUT /claim-batches/departure': async ({ practice }) => ({
    body: { minute: 1020, version: (await practice.as('biller', readDeparture)).version },
  }),
  'GET /claim-batches/:id': aboutBatch,
  'GET /claim-batches/:id/file': aboutBatch,
  'POST /claim-batches': async (scene) => {
    await aClaim(scene);
    return { body: {} };
  },
  'POST /claim-batches/:id/hurry': aboutBatch,
  'POST /claim-batches/:id/take-over': aboutBatch,
  'POST /claim-batches/:id/release': aTriedBatch('return'),
  'POST /claim-batches/:id/settle': aTriedBatch('lose', { arrived: true }),
  'GET /payers': () => ({}),
  'POST /work-items/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'GET /work-items/:id': about((scene) => scene.work()),
  'GET /work-groups': () => ({}),
  'POST /work-items/:id/close': about((scene) => scene.work(), { how: 'finish' }),
  'POST /work-items/:id/assign': async (scene) => ({
    id: await scene.work(),
    version: 1,
    body: { ownerId: scene.clinicianId },
  }),
  'POST /timeline/search': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /balances/search': (scene) => ({ body: { filter: { ids: [scene.clientId] } } }),
  'GET /clients/:id/balance': ({ clientId }) => ({ id: clientId }),
  'POST /appointments/copays': async (scene) => ({ body: { ids: [await scene.appointment()] } }),
  'POST /client-payments': ({ clientId }) => ({ body: { clientId, method: 'cash', cents: 2500 } }),
  'POST /client-payments/:id/void': about((scene) => scene.payment()),
  'GET /practice': () => ({}),
  'GET /counts': () => ({}),
  'GET /agreements': () => ({}),
  'POST /agreements': () => ({ body: { vendor: 'smtp', services: ['mail'], signedOn: '2026-01-01' } }),
  'POST /agreements/:id/end': about((scene) => scene.agreement()),
  'POST /remittances/search': () => ({ body: {} }),
  'GET /remittances/:id': async ({ practice }) => ({ id: (await anArrivedRemittance(practice)).remittanceId }),
  'POST /remittances/:id/undo-consequences': about(
    async ({ practice }) => (await anArrivedRemittance(practice)).remittanceId,
  ),
  'POST /remittances/:id/undo': async ({ practice }) => {
    const { remittanceId, version } = await anArrivedRemittance(practice);
    return { id: remittanceId, version, body: {} };
  },
  'POST /remittances/:id/release': async ({ practice }) => ({ ...(await aPaymentSetAside(practice)), body: {} }),
  'POST /edi-files/search': () => ({ body: {} }),
  'GET /edi-files/:id': ({ practice }) => aFileSetAside(practice),
  'POST /edi-files/:id/content': async ({ practice }) => ({ ...(await aFileSetAside(practice)), body: {} }),
  'POST /edi-files/:id/retry': async ({ practice }) => ({ ...(await aFileSetAside(practice)), body: {} }),
  'POST /edi-files/:id/dismiss': async ({ practice }) => ({
    ...(await aFileSetAside(practice)),
    body: { why: 'not_ours' },
  }),
  'POST /remittance-claims/search': () => ({ body: {} }),
  'GET /remittance-claims/:id': async ({ practice }) => ({ id: (await anArrivedRemittance(practice)).claimId }),
  'POST /remittance-claims/:id/compare': async ({ practice }) => ({
    id: (await anArrivedRemittance(practice)).claimId,
    body: { claimId: (await aSubmittedClaim(practice)).id },
  }),
  'POST /remittance-claims/:id/post': async ({ practice }) => {
    const { claimId, claimVersion } = await anArrivedRemittance(practice);
    return { id: claimId, version: claimVersion, body: { claimId: (await aSubmittedClaim(practice)).id } };
  },
  'POST /remittance-claims/:id/set-aside': async ({ practice }) => {
    const { claimId, claimVersion } = await anArrivedRemittance(practice);
    return { id: claimId, version: claimVersion, body: { why: 'not_ours' } };
  },
  'POST /remittance-claims/:id/reopen': async ({ practice }) => {
    const { claimId, claimVersion } = await anArrivedRemittance(practice);
    await practice.as('biller', (tx) => setAside(tx, { id: claimId, version: claimVersion, why: 'not_ours' }));
    return { id: claimId, version: claimVersion + 1, body: {} };
  },
  'GET /remittance-claims/:id/segments': async ({ practice }) => ({
    id: (await anArrivedRemittance(practice)).claimId,
  }),
  'POST /remittance-files/search': () => ({ body: {} }),
  'POST /remittance-files': () => ({ file: aFile([aPaidClaim([aPaidLine(175, [])])]) }),
  'POST /clients/export': (scene) => ({ body: { filter: { ids: [scene.clientId] } } }),
  'POST /messages/export': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /planned-messages/export': () => ({ body: {} }),
  'POST /work-items/export': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /claims/export': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'POST /remittances/export': () => ({ body: {} }),
  'POST /balances/export': (scene) => ({ body: { filter: { ids: [scene.clientId] } } }),
  'POST /charges/export': (scene) => ({ body: { filter: { clientId: scene.clientId } } }),
  'GET /reports/revenue': () => ({}),
  'GET /reports/aging': () => ({}),
  'GET /reports/no-shows': () => ({}),
  'GET /reports/reminders': () => ({}),
  'GET /reports/unsigned-notes': () => ({}),
  'POST /reports/no-shows/export': () => ({ body: {} }),
  'POST /reports/reminders/export': () => ({ body: {} }),
  'POST /reports/unsigned-notes/export': () => ({ body: {} }),
  'POST /reports/revenue/export': () => ({ body: {} }),
  'POST /reports/aging/export': () => ({ body: {} }),
  'GET /list-views': () => ({}),
  'POST /list-views': () => ({ body: aViewBody() }),
  'POST /list-views/:id/change': ofView(aViewBody),
  'POST /list-views/:id/remove': ofView(),
  'POST /list-views/:id/restore': ofView(undefined, true),
  'GET /system': () => ({}),
  'GET /message-sandbox': () => ({}),
};

const client: Readonly<Record<string, Make>> = {
  ...session,
  'POST /links/open': async (scene) => ({ body: { token: linkToken(await scene.message(), linkKeys) } }),
  'POST /links/confirm': async (scene) => {
    const [messageId, appointmentId] = [await scene.message(), await scene.appointment()];
    return { body: { token: linkToken(messageId, linkKeys), appointmentId } };
  },
  'GET /balances': () => ({}),
  'GET /practice': () => ({}),
  'POST /appointments/search': () => ({ body: { filter: { ahead: true } } }),
  'POST /appointments/:id/confirm': about((scene) => scene.appointment()),
};

async function aboutBatch(scene: Scene): Promise<Sample> {
  return aboutBatchOf(scene, (await aWrittenBatch(scene)).batchId);
}

function aTriedBatch(how: 'return' | 'lose', body: unknown = {}): Make {
  return async (scene) => {
    const { batchId } = await aWrittenBatch(scene);
    await endTry(scene, batchId, how);
    return { ...(await aboutBatchOf(scene, batchId)), body };
  };
}

async function aboutBatchOf(scene: Scene, id: string): Promise<Sample> {
  return { id, version: await batchVersion(scene, id), body: {} };
}

function changeOf(body: (scene: Scene) => unknown): Make {
  return async (scene) => {
    const row = await scene.practice.as(
      'front_desk',
      (tx) =>
        tx.one<{
          version: number;
        }>`select version from clients where practice_id = ${tx.practiceId} and id = ${scene.clientId}`,
    );
    return { id: scene.clientId, version: row?.version ?? 0, body: await body(scene) };
  };
}

const samples: Readonly<Record<FrontDoor, Readonly<Record<string, Make>>>> = { staff, client };

export const routeName = ({ contract }: Route): string => `${contract.method.toUpperCase()} ${contract.path}`;

/** Makes what the route needs in the scene, and the request. A route without one is told by the test that asks for all. */
export function sampleOf(door: FrontDoor, route: Route, scene: Scene, role: StaffRole = 'supervisor'): Promise<Sample> {
  const make = samples[door][routeName(route)];
  if (!make) throw new Error(`${routeName(route)} has no sample: add one to tests/builders/route-samples.ts`);
  return Promise.resolve(make(scene, role));
}

/** The sample as it is sent. A stream is asked for its head only, or it would never end. */
export function requestOf(route: Route, sample: Sample, more: NonNullable<Sent['headers']> = {}): Sent {
  const { contract } = route;
  const given: Readonly<Record<string, string>> = { id: sample.id ?? '', ...sample.params };
  return {
    method: contract.produces === 'text/event-stream' ? 'HEAD' : contract.method.toUpperCase(),
    path: `/api${contract.path.replaceAll(/:(\w+)/g, (_, name: string) => given[name] ?? '')}`,
    ...(contract.body ? { body: sample.body } : {}),
    ...(contract.file ? { raw: Buffer.from(sample.file ?? []) } : {}),
    headers: {
      ...(contract.file ? { 'content-type': fileType, 'kept-file-name': 'sample.835' } : {}),
      ...(contract.keyed ? { 'idempotency-key': newId() } : {}),
      ...(contract.versioned ? { 'if-match': `"${sample.version ?? 0}"` } : {}),
      ...more,
    },
  };
}

/** The names of all samples of a door, to see that none is left over. */
export const sampledRoutes = (door: FrontDoor): readonly string[] => Object.keys(samples[door]);
