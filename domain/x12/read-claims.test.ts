import { claimScenarios } from '../../tests/builders/x12/claim-scenarios';
import { aBatch, aClaim, aPrimary, dollars } from '../../tests/builders/x12/claims';
import { all, anInterchange, bytesOf, inPieces } from '../../tests/builders/x12/files';
import { readX12File, type X12Event } from './read-x12';
import { write837 } from './write-837';

test.each(Object.entries(claimScenarios))('%s comes back as it was written', async (_, batch) => {
  const events = await all(readX12File(inPieces(write837(batch).bytes, 333)));
  expect(claimsIn(events)).toEqual(batch.claims);
  const [header] = events.flatMap((event) => (event.kind === 'claims' ? [event.header] : []));
  expect(header).toMatchObject({
    reference: batch.reference,
    purpose: batch.purpose ?? '00',
    date: batch.envelope.date,
    use: 'CH',
    submitter: batch.submitter,
    receiver: batch.receiver,
  });
  const ends = events.flatMap((event) => (event.kind === 'claims_end' ? [event] : []));
  expect(ends.flatMap((end) => end.faults)).toEqual([]);
  expect(ends.every((end) => end.complete)).toBe(true);
});

test('a claim with a late reason and what another payer did not cover comes back too', async () => {
  const claim = aClaim({ delayReason: '7', otherCoverages: [aPrimary({ nonCovered: dollars(12.5) })] });
  expect(claimsIn(await all(readX12File([write837(aBatch([claim])).bytes])))).toEqual([claim]);
});

test('segments that Kept does not read are told as notes, unreadable amounts as faults', async () => {
  const text = anInterchange({
    type: '837',
    version: '005010X222A1',
    functionalId: 'HC',
    body: ['HL*1**20*1', 'HL*2*1*22*0', 'CLM*A*ten***11:B:1', 'CR1*LB*1', 'SV1*HC:90837*10*UN*1***1', 'XYZ*1'],
  });
  const events = await all(readX12File([bytesOf(text)]));
  const [end] = events.flatMap((event) => (event.kind === 'claims_end' ? [event] : []));
  expect(end?.faults.map((fault) => `${fault.code} ${fault.segment}`)).toEqual([
    'unread_segment CR1',
    'unread_segment XYZ',
    'bad_amount CLM',
  ]);
  expect(claimsIn(events)[0]?.lines).toMatchObject([{ procedure: { code: '90837' } }]);
});

const claimsIn = (events: readonly X12Event[]) =>
  events.flatMap((event) => (event.kind === 'claim' ? [event.claim] : []));
