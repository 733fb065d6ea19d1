import { acknowledgementScenarios, statusScenario } from '../../../tests/builders/x12/acknowledgements';
import { aBatch, aClaim, aLine, anEnvelope, dollars } from '../../../tests/builders/x12/claims';
import { anInterchange, bytesOf, inPieces } from '../../../tests/builders/x12/files';
import { remittanceScenarios } from '../../../tests/builders/x12/remittance-scenarios';
import { aPaidClaim, aPaidLine, aRemittance, contractual, noPayment } from '../../../tests/builders/x12/remittances';
import { write277ca } from '../write-277ca';
import { type RemittanceContent, write835 } from '../write-835';
import { write837 } from '../write-837';
import { type AcknowledgementContent, write999 } from '../write-999';
import { writeTa1 } from '../write-ta1';
import { factsText } from './facts';

test('a remittance says who paid what to whom, each claim, and that it balances', async () => {
  const facts = await factsOf(write835(anEnvelope(), scenario('secondary-and-forwarded')));
  expect(facts).toMatchObject({
    file: 'a file',
    kind: '835',
    wellFormed: true,
    fileErrors: [],
    balanced: true,
    totals: { st: 1, clp: 2, paidCents: 15700, plbCents: 0, bprCents: 15700 },
  });
  const { transactions, ...interchange } = onlyInterchange(facts);
  expect(interchange).toEqual({
    isa13: '000000041',
    sender: 'HARBORCLINIC',
    receiver: 'TESTHOUSE',
    usage: 'T',
    delimiters: { element: '*', component: ':', repetition: '^', segment: '~' },
    envelopeErrors: [],
  });
  expect(transactions).toMatchObject([
    {
      type: '835',
      version: '005010X221A1',
      st02: '0001',
      complete: true,
      payer: 'NORTH MUTUAL',
      payerId2U: '45001',
      payeeIdQual: 'XX',
      payeeTin: '123456789',
      bprCents: 15700,
      clpCount: 2,
      balance: { line: true, claim: true, file: true, off: [] },
      claims: [
        { status: '2', casByGroup: { OA: 12000, PR: 1000 }, crossover: null },
        {
          status: '19',
          patientRespCents: 2800,
          crossover: { last: 'NEXT PLAN', id: 'NP001' },
          corrected: { last: 'SAMPEL', first: '', id: 'M100200399' },
          lines: [
            {
              code: '90837',
              dos: '20261015',
              ref6R: 'L0001',
              adjustments: [{ group: 'CO', reason: '45', cents: 3500 }, {}],
            },
          ],
        },
      ],
    },
  ]);
});

test('what does not balance is told with its numbers, in cents', async () => {
  const line = aPaidLine(175, [contractual(40)]);
  const off = aRemittance([aPaidClaim([{ ...line, paid: dollars(135.01) }])], [], { amount: dollars(135) });
  const facts = await factsOf(write835(anEnvelope(), off));
  expect(facts).toMatchObject({ wellFormed: true, balanced: false });
  expect(onlyInterchange(facts).transactions).toMatchObject([
    {
      balance: {
        line: false,
        claim: false,
        file: false,
        off: [
          'line KEPT000001/90837: 17500-4000!=13501',
          'claim KEPT000001: 17500-4000!=13501',
          'file: 13501-0!=13500',
        ],
      },
    },
  ]);
  const claimOff = aRemittance([aPaidClaim([line], { paid: dollars(1) })], [], noPayment);
  const [transaction] = onlyInterchange(await factsOf(write835(anEnvelope(), claimOff))).transactions;
  expect(transaction).toMatchObject({
    balance: {
      line: true,
      claim: false,
      off: [expect.any(String), 'claim KEPT000001: sum of lines 13500 != CLP04 100'],
    },
  });
});

test('a batch of claims says each claim with its lines', async () => {
  const lines = [aLine({ procedure: { qualifier: 'HC', code: '90837', modifiers: ['95', 'U1'] } })];
  const facts = await factsOf(write837(aBatch([aClaim({ lines })])).bytes);
  expect(facts).toMatchObject({ kind: '837P', wellFormed: true });
  expect(facts).not.toHaveProperty('balanced');
  expect(onlyInterchange(facts).transactions).toEqual([
    {
      type: '837',
      version: '005010X222A1',
      st02: '0001',
      billingNpi: '1528000106',
      claims: [
        {
          clm01: 'KEPT000001',
          chargeCents: 17500,
          pos: '11',
          freq: '1',
          dx: ['F411'],
          lineCount: 1,
          lineSumCents: 17500,
          lines: [{ code: '90837', modifiers: ['95', 'U1'], chargeCents: 17500 }],
        },
      ],
      complete: true,
    },
  ]);
});

test('acknowledgements say what became of each set and each claim', async () => {
  const rejected = acknowledgementScenarios['rejected-with-the-element'] as AcknowledgementContent;
  const [acknowledgement] = onlyInterchange(await factsOf(write999(anEnvelope(), rejected))).transactions;
  expect(acknowledgement).toMatchObject({
    group: { functionalId: 'HC', control: '41' },
    sets: [
      {
        code: 'R',
        reasons: ['5'],
        segmentErrors: [
          { segment: 'NM1', position: '22', loop: '2310', code: '8', elements: [{ position: '9', code: '7' }] },
        ],
      },
    ],
    ak9: { code: 'R', included: '1', received: '1', accepted: '0' },
  });
  const [report] = onlyInterchange(await factsOf(write277ca(anEnvelope(), statusScenario))).transactions;
  expect(report).toMatchObject({
    levels: {
      length: 5,
      3: {
        hl: '4',
        parent: '3',
        level: 'PT',
        name: 'SAMPLE JORDAN',
        traces: [{ trn02: 'KEPT000001', payerIcn: 'ICN700100', categories: ['A2'] }],
      },
    },
  });
  const ta1 = { control: '000000041', date: '261102', time: '0915', code: 'A', note: '000' };
  expect(await factsOf(writeTa1(anEnvelope(), ta1))).toMatchObject({
    kind: 'TA1',
    wellFormed: true,
    interchanges: [{ ta1: [{ control: '000000041', date: '261102', code: 'A', note: '000' }], transactions: [] }],
  });
});

test('an answer about eligibility says its benefits and refusals', async () => {
  const body = ['HL*1**20*1', 'TRN*2*T1', 'EQ*30^98', 'EB*C*IND*30^98*HM**27*250.5*0.2****Y', 'AAA*N**72*C'];
  const facts = await factsOf(
    bytesOf(anInterchange({ type: '271', version: '005010X279A1', functionalId: 'HB', body })),
  );
  expect(facts).toMatchObject({ kind: '271', wellFormed: true });
  expect(onlyInterchange(facts).transactions).toMatchObject([
    {
      levels: ['20'],
      traces: ['T1'],
      eq: [['30', '98']],
      eb: [
        {
          info: 'C',
          coverage: 'IND',
          serviceTypes: ['30', '98'],
          insuranceType: 'HM',
          period: '27',
          cents: 25050,
          percent: '0.2',
          network: 'Y',
        },
      ],
      aaa: [{ valid: 'N', reason: '72', followUp: 'C' }],
    },
  ]);
});

test('a file that is cut off still gives its object, with what is wrong and where', async () => {
  const bytes = Buffer.from(write835(anEnvelope(), scenario('paid-with-copay')));
  const at = bytes.indexOf('CAS*PR');
  const facts = await factsOf(bytes.subarray(0, at + 5));
  expect(facts).toMatchObject({
    wellFormed: false,
    kind: '835',
    interchanges: [{ transactions: [{ complete: false }] }],
  });
  expect(onlyInterchange(facts).envelopeErrors[0]).toBe(`the file ends inside segment CAS (CAS at byte ${at})`);
});

test('what is no X12 at all gives an object too', async () => {
  expect(await factsOf(bytesOf('Dear sir or madam'))).toEqual({
    file: 'a file',
    interchanges: [],
    fileErrors: ['text that is no X12 where the first ISA should be (file at byte 0)'],
    wellFormed: false,
    kind: 'other',
  });
});

test('a kind that nobody reads gives its envelope', async () => {
  const facts = await factsOf(bytesOf(anInterchange({ type: '834', version: '005010X220A1', body: ['BGN*00*1'] })));
  expect(facts).toMatchObject({
    kind: 'other',
    wellFormed: true,
    interchanges: [{ transactions: [{ type: '834', complete: true }] }],
  });
});

test('facts are one line, however large the file', async () => {
  const claims = Array.from({ length: 700 }, (_, n) =>
    aPaidClaim([aPaidLine(175, [contractual(40)])], { controlNumber: `K${n}` }),
  );
  const pieces: string[] = [];
  for await (const piece of factsText('x', inPieces(write835(anEnvelope(), aRemittance(claims)), 1000)))
    pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('')).not.toContain('\n');
  expect(JSON.parse(pieces.join(''))).toMatchObject({ totals: { clp: 700 } });
});

const scenario = (name: string): RemittanceContent => remittanceScenarios[name] as RemittanceContent;

interface Facts {
  readonly interchanges: readonly {
    readonly transactions: readonly object[];
    readonly envelopeErrors: readonly string[];
  }[];
}

async function factsOf(bytes: Uint8Array): Promise<Facts> {
  let text = '';
  for await (const piece of factsText('a file', [bytes])) text += piece;
  return JSON.parse(text) as Facts;
}

function onlyInterchange(facts: Facts): Facts['interchanges'][number] {
  const [interchange] = facts.interchanges;
  if (!interchange) throw new Error('no interchange');
  return interchange;
}
