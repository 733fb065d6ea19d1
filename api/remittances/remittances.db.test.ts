import { answer } from '../../tests/builders/answers';
import { anArrivedRemittance } from '../../tests/builders/arrived';
import { type Answered, type Caller, anApi } from '../../tests/builders/api';
import { type BillingPractice, aBillingPractice, aFile } from '../../tests/builders/billing';
import { aWorld } from '../../tests/builders/practice';
import { keepFile } from '../../tests/builders/keep-file';
import { aStorage } from '../../tests/builders/storage';
import { aPaidClaim, aPaidLine, aProviderAdjustment, contractual, copay } from '../../tests/builders/x12/remittances';
import { newId } from '../../domain/ids';
import { fileType } from '../http/take-file';

const world = aWorld();
const api = anApi(world);
let practice: BillingPractice;
let biller: Caller;
beforeAll(async () => {
  practice = await aBillingPractice(world(), aStorage());
  biller = await api().as(practice, 'biller');
});

const drop = (file: Uint8Array, headers: Readonly<Record<string, string | null>> = {}): Promise<Answered> =>
  biller.send({
    method: 'POST',
    path: '/api/remittance-files',
    raw: Buffer.from(file),
    headers: { 'content-type': fileType, 'kept-file-name': 'november.835', 'idempotency-key': newId(), ...headers },
  });
const search = async (of: string, filter: object, more: object = {}) =>
  (await biller.post(`/api/${of}/search`, { filter, ...more })).body as { rows: any[]; total: number }; // oxlint-disable-line typescript/no-explicit-any -- a test looks into what came
const fileNow = async (id: string) => (await search('remittance-files', { ids: [id] })).rows[0];
const settled = async (id: string) => {
  await keepFile({ database: world().worker, storage: aStorage() }, practice.id, id);
  return fileNow(id);
};
const unknown = () => aFile([aPaidClaim([aPaidLine(175, [contractual(40)])])]);

describe('a file that is dropped', () => {
  test('is kept byte for byte, then read and posted, and says how far it is', async () => {
    const claim = await practice.submitted();
    const file = aFile([answer(claim, [contractual(40), copay(25)])]);
    const told = await drop(file, { 'kept-file-name': encodeURIComponent('Año nuevo.835') });
    expect([told.status, told.body]).toMatchObject([
      201,
      { name: 'Año nuevo.835', bytes: file.length, state: 'stored' },
    ]);
    const stored = await aStorage().get(`edi/in/${told.body.id}`);
    const kept = stored.kind === 'found' ? Buffer.concat(await stored.content.toArray()) : undefined;
    expect(kept?.equals(Buffer.from(file))).toBe(true);
    expect(await settled(told.body.id)).toMatchObject({
      state: 'read',
      remittances: 1,
      claims: 1,
      done: 1,
      review: 0,
    });
  });

  test('under the same key is the same request; the same bytes under another are told as having come before', async () => {
    const [file, key] = [unknown(), newId()];
    const first = await drop(file, { 'idempotency-key': key });
    const again = await drop(file, { 'idempotency-key': key });
    const other = await drop(file);
    expect([first, again, other].map(({ status }) => status)).toEqual([201, 201, 200]);
    expect(new Set([first, again, other].map(({ body }) => body.id)).size).toBe(1);
    expect((await drop(unknown(), { 'idempotency-key': key })).body.code).toBe('idempotency_key_reused');
    await settled(first.body.id);
  });

  test('that is none of a remittance is set aside, with the reason', async () => {
    const { body } = await drop(Buffer.from('this is a letter and no remittance'));
    expect(await settled(body.id)).toMatchObject({ state: 'quarantined', reason: 'malformed', remittances: 0 });
  });

  test('that is empty, nameless, of another kind or too large is refused in words', async () => {
    const codes = async (sent: Promise<Answered>) => {
      const { status, body } = await sent;
      return [status, body.code, body.errors];
    };
    const empty = [{ pointer: '/file', code: 'required' }];
    expect(await codes(drop(Buffer.alloc(0)))).toEqual([422, 'invalid', empty]);
    expect(await codes(drop(unknown(), { 'kept-file-name': null }))).toMatchObject([
      422,
      'invalid',
      [{ pointer: '/name' }],
    ]);
    expect(await codes(drop(unknown(), { 'kept-file-name': '%E0%A4%A' }))).toEqual([400, 'malformed', []]);
    expect(await codes(drop(unknown(), { 'content-type': 'application/json' }))).toEqual([
      415,
      'unsupported_media',
      [],
    ]);
    const large = await drop(Buffer.alloc(10), { 'content-length': '200000001', connection: 'close' }).catch(
      () => undefined,
    );
    expect(large?.body).toMatchObject({ code: 'too_large', params: { limit: 200_000_000 } });
  });

  test('is not for whoever may not bill', async () => {
    const desk = await api().as(practice, 'front_desk');
    expect((await desk.post('/api/remittances/search', {})).body.code).toBe('not_found');
    const auditor = await api().as(practice, 'auditor');
    const sent = { 'content-type': fileType, 'kept-file-name': 'x.835', 'idempotency-key': newId() };
    const refused = await auditor.send({
      method: 'POST',
      path: '/api/remittance-files',
      raw: Buffer.from('x'),
      headers: sent,
    });
    expect(refused.body.code).toBe('not_found');
  });
});

describe('a payment', () => {
  test('says where each of its cents is, and that it adds up', async () => {
    const [one, two] = [await practice.submitted(), await practice.submitted()];
    const file = aFile(
      [
        answer(one, [contractual(40), copay(25)]),
        answer({ ...two, controlNumber: 'UNHEARD-OF', lastName: 'NOBODY' }, [contractual(75)], {
          payerControlNumber: 'N1',
        }),
      ],
      { trace: 'EFT-TIES', providerAdjustments: [aProviderAdjustment('WO', 30, 'OLD')] },
    );
    await practice.post(file);
    const { rows } = await search('remittances', { text: 'eft-ties' });
    expect(rows).toMatchObject([{ traceNumber: 'EFT-TIES', state: 'posted', claims: 2, posted: 1, review: 1 }]);
    const { body } = await biller.get(`/api/remittances/${rows[0].id}`);
    expect(body.totals).toEqual({
      chargedCents: 35_000,
      postedCents: 11_000,
      waitingCents: 10_000,
      setAsideCents: 0,
      elsewhereCents: 0,
      adjustedCents: 3000,
      offCents: 0,
      contractualCents: 4000,
      deniedCents: 0,
      clientCents: 2500,
    });
    expect(body).toMatchObject({
      paidCents: 18_000,
      adjustments: [{ code: 'WO', reference: 'OLD', cents: 3000 }],
      twinId: null,
    });
    const claims = await search('remittance-claims', { remittanceId: rows[0].id });
    expect(claims.rows).toMatchObject([
      { state: 'posted', paidCents: 11_000, clientCents: 2500, reasons: ['CO-45', 'PR-3'], claimId: one.id },
      { state: 'review', reason: 'unmatched', claimId: null, clientId: null, patientName: 'ANA NOBODY' },
    ]);
  });

  test('that came before in another file leads to the one that is posted', async () => {
    const said = [aPaidClaim([aPaidLine(175, [])])];
    await practice.post(aFile(said, { trace: 'EFT-AGAIN' }));
    await practice.post(Buffer.concat([Buffer.from('\n'), aFile(said, { trace: 'EFT-AGAIN' })]));
    const { rows } = await search(
      'remittances',
      { text: 'EFT-AGAIN' },
      { sort: { field: 'receivedAt', order: 'ASC' } },
    );
    const [first, second] = rows;
    expect([first.state, second.state]).toEqual(['posted', 'duplicate']);
    const { body } = await biller.get(`/api/remittances/${second.id}`);
    expect(body.twinId).toBe(first.id);
  });

  test('is found by what waits in it, by its state and by its file', async () => {
    const { fileId, remittanceId } = await anArrivedRemittance(practice);
    const ids = async (filter: object) => (await search('remittances', filter)).rows.map(({ id }) => id as string);
    expect(await ids({ waiting: true })).toContain(remittanceId);
    expect(await ids({ fileId })).toEqual([remittanceId]);
    expect(await ids({ fileId, states: ['undone'] })).toEqual([]);
  });
});

describe('what is not certain', () => {
  const waiting = async (trace: string) => {
    const { rows } = await search('remittances', { text: trace });
    const claims = await search('remittance-claims', { remittanceId: rows[0].id, states: ['review'] });
    return (await biller.get(`/api/remittance-claims/${claims.rows[0].id}`)).body;
  };

  test('is shown beside the claim that it may be: what agrees, what differs, and what posting it there would do', async () => {
    const claim = await practice.submitted();
    const controlNumber = claim.controlNumber.toLowerCase();
    const said = answer(claim, [contractual(40), copay(25)], { controlNumber, payerControlNumber: 'NEW' });
    await practice.post(aFile([said], { trace: 'EFT-BESIDE' }));
    const shown = await waiting('EFT-BESIDE');
    expect(shown).toMatchObject({ reason: 'number_not_exact', lines: [{ code: '90837', paidCents: 11_000 }] });
    expect(shown.candidate).toMatchObject({
      claimId: claim.id,
      effect: { paidCents: 11_000, contractualCents: 4000, deniedCents: 0, clientCents: 2500 },
      hindrance: null,
    });
    const agree = Object.fromEntries(
      shown.candidate.facts.map(({ field, agrees }: { field: string; agrees: unknown }) => [field, agrees]),
    );
    expect(agree).toEqual({
      control_number: false,
      payer_control_number: null,
      patient: true,
      member_id: null,
      service_day: false,
      charge: true,
      lines: true,
    });
  });

  test('is compared with any other claim, too', async () => {
    const other = await practice.submitted({ addOns: ['90785'] });
    const { claimId } = await anArrivedRemittance(practice);
    const { body } = await biller.post(`/api/remittance-claims/${claimId}/compare`, { claimId: other.id });
    // lines that are none of hers count for the claim as a whole
    expect(body).toMatchObject({ claimId: other.id, effect: { paidCents: 13_500 }, hindrance: null });
    const none = await biller.post(`/api/remittance-claims/${claimId}/compare`, { claimId: newId() });
    expect(none.body.code).toBe('not_found');
  });

  test('can be looked up in the file itself, byte for byte', async () => {
    const { claimId, fileId } = await anArrivedRemittance(practice);
    const { body } = await biller.get(`/api/remittance-claims/${claimId}/segments`);
    const stored = await aStorage().get(`edi/in/${fileId}`);
    const file = stored.kind === 'found' ? Buffer.concat(await stored.content.toArray()).toString() : '';
    expect(body.segments.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['CLP', 'NM1', 'SVC', 'CAS']),
    );
    for (const { text, offset } of body.segments) expect(file.slice(offset, offset + text.length)).toBe(text);
  });
});

test('taking a payment back says first what it does, then does exactly that', async () => {
  const claim = await practice.submitted();
  await practice.post(aFile([answer(claim, [contractual(40), copay(25)])], { trace: 'EFT-BACK' }));
  const [row] = (await search('remittances', { text: 'EFT-BACK' })).rows;
  const { body } = await biller.post(`/api/remittances/${row.id}/undo-consequences`, {});
  expect(body).toEqual({
    entries: 2,
    cashCents: 11_000,
    claims: 1,
    openCents: 17_500,
    clients: 1,
    clientCents: 2500,
    waiting: 0,
    reversalsWait: 0,
    opened: 0,
    stay: 0,
  });
  const undone = await biller.post(`/api/remittances/${row.id}/undo`, {}, { version: row.version });
  expect(undone.body).toMatchObject({ state: 'undoing' });
  await settled(row.fileId);
  const after = await biller.get(`/api/remittances/${row.id}`);
  expect(after.body).toMatchObject({ state: 'undone', undone: 1, totals: { clientCents: 0, contractualCents: 0 } });
  const again = await biller.post(`/api/remittances/${row.id}/undo-consequences`, {});
  expect(again.body.code).toBe('wrong_state');
});
