import { anEnvelope } from '../../tests/builders/x12/claims';
import { segmentsAbout } from './segments-about';
import { write277ca } from './write-277ca';
import { write999 } from './write-999';
import { writeTa1 } from './write-ta1';

const told = async (kind: string, bytes: Uint8Array, controlNumber: string) =>
  (await segmentsAbout(kind, [bytes], { controlNumber, transaction: '0001' })).map(({ text }) => text);

test('of a 277CA the patient’s level that names the claim, and no other', async () => {
  const none = { statuses: [], references: [], dates: [], quantities: [], amounts: [], lines: [] };
  const names = { entityType: '2' as const, last: 'SOMEONE' };
  const patient = (id: string, number: string) => ({
    id,
    parent: '3',
    level: 'PT',
    name: { entityType: '1' as const, last: `LAST${number}`, first: 'ANA' },
    traces: [
      { ...none, type: '2', number, statuses: [{ codes: [{ category: 'A2', status: '20' }], date: '20261102' }] },
    ],
  });
  const bytes = write277ca(anEnvelope(), {
    reference: 'R1',
    levels: [
      { id: '1', level: '20', name: names, traces: [] },
      { id: '2', parent: '1', level: '21', name: names, traces: [] },
      { id: '3', parent: '2', level: '19', name: names, traces: [] },
      patient('4', 'C1'),
      patient('5', 'C12'),
    ],
  });
  const lines = await told('277CA', bytes, 'C1');
  expect(lines.find((line) => line.startsWith('TRN'))).toBe('TRN*2*C1');
  expect(lines.join('~')).toContain('LASTC1');
  expect(lines.join('~')).not.toContain('C12');
  expect(lines.map((line) => line.slice(0, 2))).not.toContain('SE');
});

test('of a 999 the transaction without the errors that name another claim', async () => {
  const counts = { included: '1', received: '1', accepted: '0', reasons: [] };
  const error = (claim: string) => ({
    segment: 'NM1',
    position: '20',
    code: '8',
    contexts: [{ name: 'CLM01', value: claim }],
    elements: [],
  });
  const bytes = write999(anEnvelope(), {
    group: { functionalId: 'HC', control: '1', version: '005010X222A1' },
    sets: [
      {
        type: '837',
        control: '0001',
        version: '005010X222A1',
        code: 'R',
        reasons: ['5'],
        errors: [error('C1'), error('C2')],
      },
      { type: '837', control: '0002', version: '005010X222A1', code: 'A', reasons: [], errors: [] },
    ],
    result: { code: 'P', ...counts },
  });
  const lines = await told('999', bytes, 'C1');
  expect(lines.map((line) => line.split('*')[0])).toEqual(['AK1', 'AK2', 'IK3', 'CTX', 'IK5', 'AK9']);
  expect(lines.join('~')).toContain('CLM01:C1');
  expect(lines.join('~')).not.toContain('C2');
});

test('of a TA1 the answer itself', async () => {
  const bytes = writeTa1(anEnvelope(), { control: '000000001', date: '261102', time: '0900', code: 'R', note: '006' });
  expect((await told('TA1', bytes, 'C1')).map((line) => line.split('*')[0])).toEqual(['TA1']);
});
