import { acknowledgementScenarios, statusScenario } from '../../tests/builders/x12/acknowledgements';
import { aBatch, aClaim, anEnvelope } from '../../tests/builders/x12/claims';
import { anInterchange, anIsa, bytesOf } from '../../tests/builders/x12/files';
import { remittanceScenarios } from '../../tests/builders/x12/remittance-scenarios';
import { sniff } from './sniff';
import { write277ca } from './write-277ca';
import { type RemittanceContent, write835 } from './write-835';
import { write837 } from './write-837';
import { type AcknowledgementContent, write999 } from './write-999';
import { writeTa1 } from './write-ta1';

test('a file is known by its content, whole or by its beginning', () => {
  const envelope = anEnvelope();
  const files = [
    write837(aBatch([aClaim()])).bytes,
    write835(envelope, remittanceScenarios['paid-with-copay'] as RemittanceContent),
    write999(envelope, acknowledgementScenarios['accepted'] as AcknowledgementContent),
    write277ca(envelope, statusScenario),
    writeTa1(envelope, { control: '1', date: '261102', time: '0915', code: 'A', note: '000' }),
  ];
  const kinds = ['837P', '835', '999', '277CA', 'TA1'];
  expect(files.map((bytes) => sniff(bytes)?.kind)).toEqual(kinds);
  expect(files.map((bytes) => sniff(bytes.subarray(0, 400))?.kind)).toEqual(kinds);
});

test.each([
  ['837', '005010X223A2', '837I'],
  ['837', '005010X224A2', '837D'],
  ['277', '005010X212', '277'],
  ['276', '005010X212', '276'],
  ['270', '005010X279A1', '270'],
  ['271', '005010X279A1', '271'],
  ['997', '005010X230', '997'],
  ['834', '005010X220A1', 'other'],
])('%s of %s is %s', (type, version, kind) => {
  expect(sniff(bytesOf(anInterchange({ type, version, body: [] })))?.kind).toBe(kind);
});

test('it says who sent it to whom', () => {
  expect(sniff(bytesOf(`\ufeff${anInterchange({ body: [] })}`))?.interchange).toMatchObject({
    control: '000000077',
    sender: { qualifier: 'ZZ', id: 'PAYER' },
    receiver: { qualifier: 'ZZ', id: 'HARBOR' },
    usage: 'T',
  });
});

test('what is no X12, or too little of it, is nothing', () => {
  for (const text of ['', 'hello', `${anIsa()}~`, '{"resourceType":"Claim"}'])
    expect(sniff(bytesOf(text))).toBeUndefined();
});
