import { acknowledgementScenarios } from '../../tests/builders/x12/acknowledgements';
import { anEnvelope } from '../../tests/builders/x12/claims';
import { all, anInterchange, anIsa, bytesOf } from '../../tests/builders/x12/files';
import { readX12File } from './read-x12';
import { write999 } from './write-999';
import { writeTa1 } from './write-ta1';

test.each(Object.entries(acknowledgementScenarios))('a 999 that says %s comes back', async (_, written) => {
  const events = await all(readX12File([write999(anEnvelope(), written)]));
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'acknowledgement',
      acknowledgement: { kind: '999', control: '0001', version: '005010X231A1', ...written },
      complete: true,
      faults: [],
    }),
  );
});

test('a TA1 alone comes back, and is a whole interchange', async () => {
  const acknowledgement = { control: '000000041', date: '261102', time: '0915', code: 'R', note: '020' };
  const events = await all(readX12File([writeTa1(anEnvelope(), acknowledgement)]));
  expect(events.map((event) => event.kind)).toEqual(['interchange', 'interchange_acknowledgement', 'interchange_end']);
  expect(events[1]).toMatchObject({ acknowledgement });
  expect(events[2]).toMatchObject({ faults: [] });
});

test('a TA1 beside a 999 in one interchange is told first', async () => {
  const text = anInterchange({
    type: '999',
    version: '005010X231A1',
    functionalId: 'FA',
    body: ['AK1*HC*1', 'AK9*A*1*1*1'],
  });
  const both = text.replace('GS*', 'TA1*000000041*261102*0915*A*000~GS*');
  expect((await all(readX12File([bytesOf(both)]))).map((event) => event.kind)).toEqual([
    'interchange',
    'interchange_acknowledgement',
    'transaction',
    'acknowledgement',
    'interchange_end',
  ]);
});

test('the 997 of older senders says the same in other segments', async () => {
  const body = [
    'AK1*HC*7',
    'AK2*837*0002',
    'AK3*CLM*22**8',
    'AK4*1:2:3*1028*1*BAD',
    'AK5*R*5',
    'AK9*P*2*2*1*3',
    'XX*1',
  ];
  const text = anInterchange({ type: '997', version: '005010X230', functionalId: 'FA', body });
  expect(await all(readX12File([bytesOf(text)]))).toContainEqual(
    expect.objectContaining({
      acknowledgement: {
        kind: '997',
        control: '0001',
        version: '005010X230',
        group: { functionalId: 'HC', control: '7' },
        sets: [
          {
            type: '837',
            control: '0002',
            code: 'R',
            reasons: ['5'],
            errors: [
              {
                segment: 'CLM',
                position: '22',
                code: '8',
                contexts: [],
                elements: [
                  { position: '1', component: '2', repetition: '3', reference: '1028', code: '1', value: 'BAD' },
                ],
              },
            ],
          },
        ],
        result: { code: 'P', included: '2', received: '2', accepted: '1', reasons: ['3'] },
      },
      faults: [expect.objectContaining({ code: 'unread_segment', segment: 'XX' })],
    }),
  );
});

test('an interchange without anything is no answer', async () => {
  const events = await all(readX12File([bytesOf(`${anIsa()}~IEA*0*000000077~`)]));
  expect(events.map((event) => event.kind)).toEqual(['interchange', 'interchange_end']);
});
