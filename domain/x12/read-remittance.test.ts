import { anEnvelope, dollars } from '../../tests/builders/x12/claims';
import { all, anInterchange, bytesOf, inPieces, whole } from '../../tests/builders/x12/files';
import { remittanceScenarios } from '../../tests/builders/x12/remittance-scenarios';
import {
  aPaidClaim,
  aPaidLine,
  aProviderAdjustment,
  aRemittance,
  contractual,
  copay,
} from '../../tests/builders/x12/remittances';
import type { RemittanceEvent } from './read-remittance';
import { readX12File, type X12Event } from './read-x12';
import { type RemittanceContent, write835 } from './write-835';

test.each(Object.entries(remittanceScenarios))('%s comes back as it was written, and balances', async (_, written) => {
  const events = await read(write835(anEnvelope(), written));
  const { header, claims, end } = partsOf(events);
  expect({ header, claims, providerAdjustments: end.totals.providerAdjustments }).toMatchObject(plain(written));
  expect(end).toMatchObject({ imbalance: undefined, totals: { complete: true, faults: [], claims: claims.length } });
  expect(events.flatMap((event) => (event.kind === 'remittance_claim' ? event.imbalances : []))).toEqual([]);
});

test('one cent off in a line is an imbalance of that line and its claim', async () => {
  const line = aPaidLine(175, [contractual(40)]);
  const { imbalances } = await balance(aRemittance([aPaidClaim([{ ...line, paid: dollars(135.01) }])]));
  expect(imbalances).toEqual([
    { level: 'line', line: 1, charge: 17500, adjusted: 4000, paid: 13501 },
    { level: 'claim', charge: 17500, adjusted: 4000, paid: 13501 },
  ]);
});

test('one cent off in a claim is an imbalance of the claim, twice over', async () => {
  const claim = aPaidClaim([aPaidLine(175, [contractual(40)])]);
  const { imbalances } = await balance(aRemittance([{ ...claim, paid: dollars(135.01) }]));
  expect(imbalances).toEqual([
    { level: 'claim', charge: 17500, adjusted: 4000, paid: 13501 },
    { level: 'claim_lines', lines: 13500, adjusted: 0, paid: 13501 },
  ]);
});

test('one cent off in the payment is an imbalance of the remittance alone', async () => {
  const remittance = aRemittance([aPaidClaim([aPaidLine(175, [contractual(40)])])], [aProviderAdjustment('WO', 35)], {
    amount: dollars(100.01),
  });
  expect(await balance(remittance)).toEqual({
    imbalances: [],
    remittance: { level: 'remittance', claims: 13500, providerAdjustments: 3500, stated: 10001 },
  });
});

test('a positive provider adjustment lowers the payment, a negative one raises it', async () => {
  const claims = [aPaidClaim([aPaidLine(175, [contractual(40)])])];
  for (const [amount, paid] of [
    [35, 100],
    [-35, 170],
  ] as const)
    expect(
      await balance(aRemittance(claims, [aProviderAdjustment('WO', amount)], { amount: dollars(paid) })),
    ).toMatchObject({ remittance: undefined });
});

test('claims are told while the file still comes in', async () => {
  const claims = [1, 2, 3].map((n) => aPaidClaim([aPaidLine(175, [copay(25)])], { controlNumber: `KEPT${n}` }));
  const bytes = write835(anEnvelope(), aRemittance(claims));
  const seen: string[] = [];
  async function* slowly() {
    for (const piece of inPieces(bytes, 200)) {
      yield piece;
      seen.push('piece');
    }
  }
  for await (const event of readX12File(slowly()))
    if (event.kind === 'remittance_claim') seen.push(event.claim.controlNumber);
  expect(seen.indexOf('KEPT1')).toBeLessThan(seen.lastIndexOf('piece'));
});

test('what is no amount is told by element and byte, and never becomes one', async () => {
  const text = anInterchange({
    body: [
      'BPR*I*1O0*C*NON',
      'TRN*1*EFT1*1450999001',
      'LX*1',
      'CLP*A*1*100**0',
      'CAS*CO*45*1e2',
      'SVC*HC:90837*100.005*0',
      'PLB*1*20261231*WO',
    ],
  });
  const { end } = partsOf(await read(bytesOf(text)));
  expect(end.totals.faults.map(({ code, message, offset }) => [code, message, offset])).toEqual([
    ['bad_amount', 'BPR02 is no amount in dollars and cents', text.indexOf('BPR*')],
    ['bad_amount', 'CLP04 is missing', text.indexOf('CLP*')],
    ['bad_amount', 'CAS03 is no amount in dollars and cents', text.indexOf('CAS*')],
    ['bad_amount', 'SVC02 is no amount in dollars and cents', text.indexOf('SVC*')],
    ['bad_amount', 'PLB04 is missing', text.indexOf('PLB*')],
  ]);
});

test('a remittance that is cut off says so, and the claim that was open is not lost', async () => {
  const text = Buffer.from(write835(anEnvelope(), remittanceScenarios['paid-with-copay'] as RemittanceContent));
  const { claims, end } = partsOf(await read(text.subarray(0, text.indexOf('AMT*B6'))));
  expect(claims).toHaveLength(1);
  expect(end.totals.complete).toBe(false);
});

test('segments at places where they mean nothing, and those that are missing, are told', async () => {
  const { end } = partsOf(
    await read(bytesOf(anInterchange({ body: ['SVC*HC:1*1*1', 'PLB*1*20261231*WO*0', 'CLP*A*1*0*0', 'ZZZ*1'] }))),
  );
  expect(end.totals.faults.map((fault) => `${fault.code} ${fault.segment}`)).toEqual([
    'misplaced SVC',
    'misplaced CLP',
    'unread_segment ZZZ',
    'missing_segment BPR',
    'missing_segment TRN',
  ]);
});

test('an old inpatient remittance gives its remarks too', async () => {
  const { claims } = partsOf(
    await read(
      bytesOf(anInterchange({ body: ['LX*1', 'CLP*A*1*0*0', 'MIA*0****MA02', 'QTY*CA*3', 'PER*CX*DESK*TE*5550100'] })),
    ),
  );
  expect(claims[0]).toMatchObject({
    remarks: ['MA02'],
    quantities: [{ qualifier: 'CA', value: '3' }],
    contacts: [{ purpose: 'CX', name: 'DESK', numbers: [{ qualifier: 'TE', value: '5550100' }] }],
  });
});

const read = (bytes: Uint8Array): Promise<X12Event[]> => all(readX12File(whole(bytes)));

type Ended = RemittanceEvent & { kind: 'remittance_end' };

function partsOf(events: readonly X12Event[]) {
  const end = events.find((event): event is Ended => event.kind === 'remittance_end');
  if (!end) throw new Error('the remittance has no end');
  const claims = events.flatMap((event) => (event.kind === 'remittance_claim' ? [event.claim] : []));
  return { header: end.header, claims, end };
}

async function balance(remittance: RemittanceContent) {
  const events = await read(write835(anEnvelope(), remittance));
  const imbalances = events.flatMap((event) => (event.kind === 'remittance_claim' ? event.imbalances : []));
  return { imbalances, remittance: partsOf(events).end.imbalance };
}

/** Without the members that are undefined: a reader may leave them out. */
const plain = (value: RemittanceContent): object => JSON.parse(JSON.stringify(value)) as object;
