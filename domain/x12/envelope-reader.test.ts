import { anInterchange, anIsa, bytesOf } from '../../tests/builders/x12/files';
import type { X12Listener } from './envelope';
import type { Fault } from './fault';
import { readX12 } from './x12-reader';

const text = anInterchange({ body: ['BPR*I*0*C*NON'] });

test('an interchange with right counts and control numbers has no fault', async () => {
  const heard = await listen(text);
  expect(heard.faults).toEqual([]);
  expect(heard.ends).toEqual([{ control: '000000077', faults: [] }]);
  expect(heard.transactions).toEqual([
    expect.objectContaining({ type: '835', control: '0001', version: '005010X221A1', ordinal: 1 }),
  ]);
  expect(heard.complete).toEqual([true]);
});

test.each([
  ['SE*3*', 'SE*9*', 'se_count', 'SE'],
  ['SE*3*', 'SE*x*', 'se_count', 'SE'],
  ['SE*3*0001', 'SE*3*0002', 'se_control', 'SE'],
  ['GE*1*', 'GE*2*', 'ge_count', 'GE'],
  ['GE*1*77', 'GE*1*78', 'ge_control', 'GE'],
  ['IEA*1*', 'IEA*2*', 'iea_count', 'IEA'],
  ['IEA*1*000000077', 'IEA*1*000000078', 'iea_control', 'IEA'],
])('%s written as %s is %s, told with segment and byte', async (right, wrong, code, segment) => {
  const { faults, ends } = await listen(text.replace(right, wrong));
  expect(faults).toEqual([expect.objectContaining({ code, segment, offset: text.indexOf(`${segment}*`) })]);
  expect(ends[0]?.faults).toEqual(faults);
});

test.each([
  ['SE*3*0001~\n', ['missing_se'], [false]],
  ['GE*1*77~\n', ['missing_ge'], [true]],
  ['IEA*1*000000077~\n', ['missing_iea'], [true]],
])('without %s the file is not whole', async (gone, codes, complete) => {
  const heard = await listen(text.replace(gone, ''));
  expect(heard.faults.map((fault) => fault.code)).toEqual(codes);
  expect(heard.complete).toEqual(complete);
});

test('an interchange that is cut off is closed, and the one after it is read', async () => {
  const heard = await listen(text.slice(0, text.indexOf('SE*')) + text);
  expect(heard.faults.map((fault) => fault.code)).toEqual(['missing_se', 'missing_ge', 'missing_iea']);
  expect(heard.complete).toEqual([false, true]);
  expect(heard.ends.map((end) => end.faults.length)).toEqual([3, 0]);
});

test('segments outside a transaction, and ends without a beginning, are told', async () => {
  const { faults } = await listen(
    text.replace('GE*', 'REF*EV*1~\nGE*').replace('IEA*', 'SE*1*9~\nGE*1*9~\nST*835*0002~\nIEA*'),
  );
  expect(faults.map((fault) => `${fault.code} ${fault.segment}`)).toEqual([
    'misplaced REF',
    'misplaced SE',
    'misplaced GE',
    'misplaced ST',
    'missing_se SE',
  ]);
});

test('an interchange may hold nothing but a TA1', async () => {
  const heard = await listen(`${anIsa()}~TA1*000000012*261119*0900*A*000~IEA*0*000000077~`);
  expect(heard).toMatchObject({ faults: [], acknowledgements: ['TA1*000000012*261119*0900*A*000'], complete: [] });
});

async function listen(file: string) {
  const heard = {
    faults: [] as Fault[],
    ends: [] as { control: string; faults: readonly Fault[] }[],
    transactions: [] as unknown[],
    complete: [] as boolean[],
    acknowledgements: [] as string[],
  };
  const listener: X12Listener = {
    fault: (fault) => heard.faults.push(fault),
    interchangeEnd: ({ control }, faults) => heard.ends.push({ control, faults }),
    interchangeAcknowledgement: (ta1) => heard.acknowledgements.push(ta1.text),
    transaction: (transaction) => {
      heard.transactions.push(transaction);
      return { segment: () => {}, end: (complete) => heard.complete.push(complete) };
    },
  };
  await readX12([bytesOf(file)], listener);
  return heard;
}
