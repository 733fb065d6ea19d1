import { statusScenario } from '../../tests/builders/x12/acknowledgements';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { all, anInterchange, bytesOf } from '../../tests/builders/x12/files';
import { claimOutcomes, type ClaimStatusReport } from './claim-status';
import { readX12File } from './read-x12';
import { write277ca } from './write-277ca';

test('a 277CA comes back as it was written', async () => {
  const { report, event } = await read(write277ca(anEnvelope(), statusScenario));
  expect(report).toMatchObject(statusScenario);
  expect(report).toMatchObject({ control: '0001', version: '005010X214', date: '20261102' });
  expect(event).toMatchObject({ complete: true, faults: [] });
});

test('each claim of it has its control number, the payer’s, its status and its provider', async () => {
  const { report } = await read(write277ca(anEnvelope(), statusScenario));
  expect(
    claimOutcomes(report).map(({ trace, provider, patient }) => [
      trace.number,
      trace.payerControlNumber,
      trace.clearinghouseNumber,
      trace.statuses.flatMap((status) =>
        status.codes.map(({ category, status, entity }) => [category, status, entity]),
      ),
      provider?.last,
      patient?.first,
    ]),
  ).toEqual([
    ['KEPT000001', 'ICN700100', 'CH55001', [['A2', '20', undefined]], 'HARBOR COUNSELING LLC', 'JORDAN'],
    [
      'KEPT000002',
      undefined,
      'CH55002',
      [
        ['A7', '562', '85'],
        ['A7', '21', undefined],
      ],
      'HARBOR COUNSELING LLC',
      'ROBIN',
    ],
  ]);
});

test('a claim whose parent level is missing or goes in circles is not lost', async () => {
  const body = (parent: string) => [
    'HL*4*9*19*1',
    `HL*9*${parent}*22*0`,
    'TRN*2*KEPT000003',
    'STC*A7:21:PR*20261101*U*150',
  ];
  for (const parent of ['77', '9', '4'])
    expect(claimOutcomes((await read(status(body(parent)))).report)).toMatchObject([
      { trace: { number: 'KEPT000003' } },
    ]);
});

test('a 277 names our claim by a reference; a second of the same kind goes to the list', async () => {
  const body = ['HL*1**22*0', 'TRN*2*T1', 'STC*F1:65*20261101**150*120', 'REF*EJ*KEPT1', 'REF*1K*ICN1', 'REF*1K*ICN2'];
  const { report } = await read(status([...body, 'DMG*D8*19800101*F'], '005010X212'));
  expect(report.levels[0]?.traces[0]).toMatchObject({
    patientControlNumber: 'KEPT1',
    payerControlNumber: 'ICN1',
    references: [{ qualifier: '1K', value: 'ICN2' }],
    statuses: [{ charge: 15000, paid: 12000, codes: [{ text: 'F1:65' }] }],
  });
});

test('segments before any level or trace are told', async () => {
  const { event } = await read(status(['TRN*2*LOST', 'NM1*QC*1*DOE', 'STC*A1:1', 'SVC*HC:1*1']));
  expect(event.faults.map((fault) => `${fault.code} ${fault.segment}`)).toContain('unread_segment TRN');
});

const status = (body: string[], version = '005010X214'): Uint8Array =>
  bytesOf(anInterchange({ type: '277', version, functionalId: 'HN', body }));

async function read(bytes: Uint8Array) {
  const events = await all(readX12File([bytes]));
  const event = events.find((one) => one.kind === 'claim_status');
  if (!event) throw new Error('no report');
  return { event, report: event.report satisfies ClaimStatusReport };
}
