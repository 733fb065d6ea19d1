import { claimOutcomes } from '../../domain/x12/claim-status';
import type { ProfessionalClaim } from '../../domain/x12/claim';
import type { X12Event } from '../../domain/x12/read-x12';
import { aPayer, aClaimEnding, claimsFile } from '../../tests/builders/payer-simulator';
import { aChild, aClaim, aLine, aPerson, aPrimary, dollars } from '../../tests/builders/x12/claims';
import { contractual, copay } from '../../tests/builders/x12/remittances';

let payer: Awaited<ReturnType<typeof aPayer>>;
let sent = 40;
beforeEach(async () => {
  payer = await aPayer();
});
afterEach(async () => {
  await payer.close();
  expect(payer.said.filter((line) => line.includes('can not'))).toEqual([]);
});

const send = async (...claims: readonly ProfessionalClaim[]): Promise<readonly X12Event[]> =>
  payer.exchange(`${String((sent += 1))}.837`, claimsFile(claims, sent));

/** What each 277CA says, claim by claim. */
const statuses = (events: readonly X12Event[]): readonly string[] =>
  events.flatMap((event) =>
    event.kind === 'claim_status'
      ? claimOutcomes(event.report).map(
          ({ trace }) =>
            `${trace.number} ${trace.statuses[0]?.codes.map((code) => `${code.category}:${code.status}`).join() ?? ''}`,
        )
      : [],
  );

/** What each 835 says: status, charge, paid, adjustments. Every one balances. */
const paid = (events: readonly X12Event[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === 'remittance_end') expect([event.imbalance, event.totals.faults]).toEqual([undefined, []]);
    if (event.kind !== 'remittance_claim') return [];
    expect(event.imbalances).toEqual([]);
    const { claim } = event;
    const taken = claim.lines.flatMap(({ adjustments }) => adjustments);
    return [
      `${claim.status} ${String(claim.charge)} ${String(claim.paid)} ${taken.map((one) => `${one.group}-${one.reason} ${String(one.amount)}`).join(', ')}`,
    ];
  });

const numberOf = (events: readonly X12Event[]): string =>
  events.flatMap((event) => (event.kind === 'remittance_claim' ? (event.claim.payerControlNumber ?? '') : [])).at(-1) ??
  '';

const naming = (original: string) => [{ qualifier: 'F8', value: original }];

test('a claim comes back as TA1, 999, received, accepted, paid, all of them told as simulated', async () => {
  const events = await send(aClaimEnding('000'));
  expect(
    events.flatMap((event) =>
      event.kind === 'transaction' ? [event.of] : event.kind === 'interchange_acknowledgement' ? ['TA1'] : [],
    ),
  ).toEqual(['TA1', '999', '277CA', '277CA', '835']);
  expect(statuses(events)).toEqual(['KEPT000001 A1:19', 'KEPT000001 A2:20']);
  expect(paid(events)).toEqual(['1 17500 11500 CO-45 3500, PR-3 2500']);
  for (const event of events) {
    if (event.kind === 'interchange')
      expect([event.interchange.sender.id, event.interchange.usage]).toEqual(['SIMULATED', 'T']);
    if (event.kind === 'remittance') expect(event.header.payer.name).toBe('SIMULATED NORTH MUTUAL');
    if (event.kind === 'fault') throw new Error(event.fault.message);
  }
});

test.each([
  ['DED', '1 17500 0 CO-45 3500, PR-1 14000'],
  ['COI', '1 17500 11200 CO-45 3500, PR-2 2800'],
  ['MIX', '1 17500 7200 CO-45 3500, PR-1 5000, PR-2 1800'],
  ['AUT', '4 17500 0 CO-197 17500'],
  ['EXP', '4 17500 0 PR-27 17500'],
])('a member id that ends in %s: %s', async (ending, said) => {
  expect(paid(await send(aClaimEnding(ending)))).toEqual([said]);
});

test('a copay is taken once, of the first line', async () => {
  const lines = [aLine(), aLine({ charge: dollars(25), lineControlNumber: 'L0002' })];
  expect(paid(await send(aClaim({ lines })))).toEqual(['1 20000 13500 CO-45 3500, PR-3 2500, CO-45 500']);
});

test('what needs an authorization is paid with one; a diagnosis outside its plan is not', async () => {
  const references = [{ qualifier: 'G1', value: 'AUTH1' }];
  expect(paid(await send(aClaimEnding('AUT', { references })))).toEqual(['1 17500 11500 CO-45 3500, PR-3 2500']);
  const diagnoses = [{ qualifier: 'ABK', code: 'Z630' }];
  expect(paid(await send(aClaim({ controlNumber: 'KEPT000002', diagnoses })))).toEqual(['4 17500 0 CO-167 17500']);
});

test('a format that is refused takes its transaction with it and names the claim; nothing else is heard', async () => {
  const events = await send(aClaimEnding('FMT'), aClaim({ controlNumber: 'KEPT000002' }));
  const acknowledged = events.flatMap((event) => (event.kind === 'acknowledgement' ? [event.acknowledgement] : []));
  expect(acknowledged).toMatchObject([
    { result: { code: 'R', accepted: '0' }, sets: [{ code: 'R', errors: [{ contexts: [{ value: 'KEPT000001' }] }] }] },
  ]);
  expect([statuses(events), paid(events)]).toEqual([[], []]);
});

test('a claim that our own check refuses is refused by the 999, at its segment', async () => {
  const events = await send(aClaim({ billing: { ...aClaim().billing, id: { qualifier: 'XX', value: '1528000100' } } }));
  const errors = events.flatMap((event) =>
    event.kind === 'acknowledgement' ? event.acknowledgement.sets.flatMap((set) => set.errors) : [],
  );
  expect(errors).toMatchObject([{ segment: 'NM1', code: '8', elements: [{ position: '9', code: '7' }] }]);
});

test('clearinghouse and payer refuse by rule, the rest of the batch goes on; the mute are not heard of', async () => {
  const named = (ending: string, n: number) => aClaimEnding(ending, { controlNumber: `KEPT00000${String(n)}` });
  const events = await send(named('RJC', 1), named('RJP', 2), named('000', 3), named('MUT', 4));
  expect(statuses(events)).toEqual([
    'KEPT000001 A3:21',
    'KEPT000002 A1:19',
    'KEPT000003 A1:19',
    'KEPT000002 A7:33',
    'KEPT000003 A2:20',
  ]);
  expect(paid(events)).toHaveLength(1);
});

test('a correction takes back what stood and decides anew, by any number that the claim ever had', async () => {
  const first = numberOf(await send(aClaimEnding('000')));
  const again = aClaimEnding('COI', { frequency: '7', references: naming(first) });
  const events = await send(again);
  expect(paid(events)).toEqual(['22 -17500 -11500 CO-45 -3500, PR-3 -2500', '1 17500 11200 CO-45 3500, PR-2 2800']);
  expect(paid(await send(aClaimEnding('DED', { frequency: '7', references: naming(first) })))).toEqual([
    '22 -17500 -11200 CO-45 -3500, PR-2 -2800',
    '1 17500 0 CO-45 3500, PR-1 14000',
  ]);
});

test('a denial that is corrected is taken back too', async () => {
  const first = numberOf(await send(aClaimEnding('AUT')));
  const references = [...naming(first), { qualifier: 'G1', value: 'AUTH1' }];
  expect(paid(await send(aClaimEnding('AUT', { frequency: '7', references })))).toEqual([
    '22 -17500 0 CO-197 -17500',
    '1 17500 11500 CO-45 3500, PR-3 2500',
  ]);
});

test('a void takes back; what was paid is kept from the next payment', async () => {
  const first = numberOf(await send(aClaimEnding('000')));
  const events = await send(aClaimEnding('000', { frequency: '8', references: naming(first) }));
  expect(paid(events)).toEqual(['22 -17500 -11500 CO-45 -3500, PR-3 -2500']);
  const money = (some: readonly X12Event[]) =>
    some.flatMap((event): readonly (string | number)[] =>
      event.kind === 'remittance'
        ? [event.header.payment.amount]
        : event.kind === 'remittance_end'
          ? event.totals.providerAdjustments.map(({ code, amount }) => `${code} ${String(amount)}`)
          : [],
    );
  expect(money(events)).toEqual([0, 'FB -11500']);
  const next = await send(
    aClaimEnding('COI', { controlNumber: 'KEPT000002', lines: [aLine({ charge: dollars(200) })] }),
  );
  expect(money(next)).toEqual([1300, 'FB 11500']);
  expect(statuses(await send(aClaimEnding('000', { frequency: '7', references: naming('OTHER1') })))).toEqual([
    'KEPT000001 A1:19',
    'KEPT000001 A7:464',
  ]);
});

test('the same claim as a new one is a duplicate; one that was refused may come again', async () => {
  await send(aClaimEnding('000'));
  expect(paid(await send(aClaimEnding('000')))).toEqual(['4 17500 0 CO-18 17500']);
  await send(aClaimEnding('RJP', { controlNumber: 'KEPT000002' }));
  expect(paid(await send(aClaimEnding('000', { controlNumber: 'KEPT000002' })))).toEqual([
    '1 17500 11500 CO-45 3500, PR-3 2500',
  ]);
});

test('of a claim that another payer decided before, the client’s share is paid', async () => {
  const payer = { name: 'FIRST HEALTH PLAN', id: { qualifier: 'PI', value: '87001' }, references: [] };
  const line = aLine();
  const adjudications = [
    {
      payerId: payer.id.value,
      paid: dollars(110),
      procedure: line.procedure,
      units: '1',
      adjustments: [contractual(35), copay(30)],
      paidOn: '20261101',
    },
  ];
  const secondary = aClaim({
    subscriber: { ...aClaim().subscriber, sequence: 'S' },
    otherCoverages: [aPrimary({ payer, paid: dollars(110) })],
    lines: [{ ...line, adjudications }],
  });
  expect(paid(await send(secondary))).toEqual(['2 17500 3000 OA-23 14500']);
});

test('a dependent is told by name and the subscriber by number', async () => {
  const { relationship: _, ...subscriber } = aClaim().subscriber;
  const events = await send(aClaim({ patient: aChild(), subscriber: { ...subscriber, name: aPerson() } }));
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'remittance_claim',
      claim: expect.objectContaining({
        patient: expect.objectContaining({ first: 'ROBIN' }),
        insured: expect.objectContaining({ first: 'JORDAN' }),
      }),
    }),
  );
});

test('an interchange that is torn, or comes under a number that was used, is refused by its TA1 alone', async () => {
  const ta1 = (events: readonly X12Event[]) =>
    events.flatMap((event) =>
      event.kind === 'interchange_acknowledgement'
        ? [`${event.acknowledgement.code} ${event.acknowledgement.note}`]
        : [event.kind],
    );
  const whole = claimsFile([aClaim()], 77);
  const alone = (note: string) => ['interchange', `R ${note}`, 'interchange_end'];
  expect(ta1(await payer.exchange('torn.837', whole.subarray(0, 400)))).toEqual(alone('024'));
  expect(ta1(await payer.exchange('b.837', claimsFile([aClaim({ controlNumber: 'KEPT000009' })], 77)))).toEqual(
    alone('025'),
  );
  expect(await payer.exchange('text.837', Buffer.from('hello'))).toEqual([]);
});
