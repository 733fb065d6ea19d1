import { claimScenarios } from '../../../tests/builders/x12/claim-scenarios';
import { aBatch, aChild, aClaim, aLine, anEnvelope, aPrimary, dollars } from '../../../tests/builders/x12/claims';
import { bytesOf } from '../../../tests/builders/x12/files';
import { type ClaimBatch, write837 } from '../write-837';
import { check } from './check';

const plain = aBatch([
  aClaim({
    diagnoses: [
      { qualifier: 'ABK', code: 'F411' },
      { qualifier: 'ABF', code: 'F331' },
    ],
    references: [{ qualifier: 'G1', value: 'AUTH1' }],
    lines: [
      aLine({ procedure: { qualifier: 'HC', code: '90837', modifiers: ['95'] }, pointers: [1, 2] }),
      aLine({ lineControlNumber: 'L0002', from: '20261022' }),
    ],
  }),
]);
const child = aBatch([aClaim({ subscriber: { ...aClaim().subscriber, relationship: undefined }, patient: aChild() })]);
const secondary = claimScenarios['secondary-lines-adjudicated'] as ClaimBatch;
const wholeClaim = claimScenarios['secondary-claim-adjudicated'] as ClaimBatch;

test.each(Object.entries(claimScenarios))('%s is accepted', async (_, batch) => {
  expect(errors(await checked(text(batch)))).toEqual([]);
});

/** The rule that stops it, what it names, the batch, and what is written instead of what (all that match the first). */
const broken: readonly (readonly [
  rule: string,
  where: string,
  batch: ClaimBatch,
  from: string | RegExp,
  to: string,
])[] = [
  // envelopes
  ['se_count', 'SE', plain, /\bSE\*\d+/, 'SE*99'],
  ['se_control', 'SE', plain, /(\bSE\*\d+\*)0001/, '$10002'],
  ['ge_control', 'GE', plain, 'GE*1*41', 'GE*1*42'],
  ['iea_control', 'IEA', plain, 'IEA*1*000000041', 'IEA*1*000000042'],
  ['missing_iea', 'IEA', plain, /IEA.*/, ''],
  ['code_unknown', 'GS08', plain, /005010X222A1/g, '005010X222A2'],
  ['not_837p', 'ST01', plain, /005010X222A1/g, '005010X223A2'],
  ['version_differs', 'ST03', plain, '*0001*005010X222A1', '*0001*005010X222'],
  ['code_unknown', 'ISA15', plain, '*0*T*:', '*0*Q*:'],
  ['date_invalid', 'ISA09', plain, '*261102*0915*', '*261302*0915*'],
  ['time_invalid', 'ISA10', plain, '*261102*0915*', '*261102*2515*'],
  ['repetition_separator', 'ISA11', plain, '*^*00501', '*U*00501'],
  ['trailing_separator', 'GE03', plain, 'GE*1*41~', 'GE*1*41*~'],
  ['leading_junk', '', plain, /^/, '\ufeff'],
  // structure
  ['segment_missing', 'PER', plain, /PER\*IC[^~]*~/, ''],
  ['segment_missing', 'N3', plain, 'N3*400 COMMERCIAL ST*SUITE 3~', ''],
  ['segment_missing', 'SBR', plain, /SBR[^~]*~/, ''],
  ['segment_missing', 'DMG', plain, /DMG[^~]*~/, ''],
  ['segment_missing', 'HI', plain, /HI\*[^~]*~/, ''],
  ['segment_missing', 'DTP', plain, 'DTP*472*D8*20261015~', ''],
  ['segment_missing', 'SV1', plain, /SV1\*[^~]*~/, ''],
  ['segment_missing', 'PAT', child, /PAT[^~]*~/, ''],
  ['loop_missing', 'HL', plain, /NM1\*PR[^~]*~/, ''],
  ['loop_missing', 'CLM', plain, /LX\*1.*(\bSE\*)/, '$1'],
  ['claim_missing', 'HL', plain, /CLM.*(\bSE\*)/, '$1'],
  ['segment_order', 'REF', plain, /(REF\*G1[^~]*~)(HI[^~]*~)/, '$2$1'],
  ['segment_order', 'N3', plain, /(N3\*400[^~]*~)(N4[^~]*~)/, '$2$1'],
  ['segment_repeated', 'DTP', plain, /(DTP\*472\*D8\*20261015~)/, '$1$1'],
  ['segment_qualifier', 'REF', plain, 'REF*G1', 'REF*QQ'],
  ['segment_unexpected', 'XYZ', plain, 'HI*', 'XYZ*1~HI*'],
  ['loop_repeated', 'NM1', plain, /(NM1\*82[^~]*~PRV[^~]*~)/, '$1$1'],
  ['hl_parent', 'HL02', plain, 'HL*2*1*22', 'HL*2*9*22'],
  ['hl_number', 'HL01', child, 'HL*3*2*23', 'HL*4*2*23'],
  ['hl_child_code', 'HL04', plain, 'HL*2*1*22*0', 'HL*2*1*22*1'],
  ['self_with_patient', 'HL', child, 'SBR*P**', 'SBR*P*18*'],
  ['relationship_missing', 'SBR02', plain, 'SBR*P*18*', 'SBR*P**'],
  // elements
  ['element_missing', 'NM109', plain, '*PI*45001', ''],
  ['element_unused', 'LX02', plain, 'LX*1~', 'LX*1*1~'],
  ['element_too_long', 'SV101-3', plain, '90837:95*', '90837:955*'],
  ['element_too_short', 'NM109', plain, '*MI*M100200300', '*MI*M'],
  ['element_pair', 'PER06', plain, '*TE*2075550100', '*TE*2075550100*EX'],
  ['trailing_separator', 'LX02', plain, 'LX*1~', 'LX*1*~'],
  ['code_unknown', 'SV103', plain, '*UN*1', '*ZZ*1'],
  ['code_unknown', 'DMG03', plain, '19840229*F', '19840229*Q'],
  ['number_malformed', 'SV102', plain, '90837:95*175', '90837:95*I75'],
  ['amount_malformed', 'SV102', plain, '90837:95*175', '90837:95*175.001'],
  ['amount_negative', 'SV102', plain, '90837:95*175', '90837:95*-175'],
  ['date_invalid', 'DTP03', plain, '20261015', '20261345'],
  ['date_invalid', 'DMG02', plain, '19840229', '19850229'],
  ['date_invalid', 'DTP03', plain, 'D8*20261015', 'RD8*20261015-20261014'],
  ['time_invalid', 'BHT05', plain, '*20261102*0915*CH', '*20261102*2460*CH'],
  ['character_not_allowed', 'NM1', plain, 'SAMPLE', 'SÁMPLE'],
  ['blanks_around', 'REF02', plain, 'AUTH1', ' AUTH1'],
  // who
  ['npi_check_digit', 'NM109', plain, '1528000106', '1528000107'],
  ['npi_missing', 'NM109', plain, '*XX*1528000106', ''],
  ['tax_id_malformed', 'REF02', plain, 'EI*123456789', 'EI*12-3456789'],
  ['taxonomy_malformed', 'PRV03', plain, '261QM0801X', '261QM'],
  ['organization_personal_name', 'NM104', plain, 'COUNSELING LLC****', 'COUNSELING LLC*ALEX***'],
  ['billing_po_box', 'N301', plain, '400 COMMERCIAL ST', 'P.O. BOX 12'],
  ['zip_not_full', 'N403', plain, '041014660', '04101'],
  ['zip_malformed', 'N403', plain, '041014660', '04101-4660'],
  ['state_unknown', 'N402', plain, 'PORTLAND*ME*041014660', 'PORTLAND*XX*041014660'],
  ['filing_indicator_missing', 'SBR09', plain, 'GRP77******CI', 'GRP77'],
  // the claim
  ['charge_total', 'CLM02', plain, 'KEPT000001*350', 'KEPT000001*351'],
  ['control_number_too_long', 'CLM01', plain, 'KEPT000001', 'KEPT00000100000000021'],
  ['place_of_service_unknown', 'CLM05-1', plain, '*11:B:1', '*77:B:1'],
  ['frequency_unknown', 'CLM05-3', plain, '*11:B:1', '*11:B:9'],
  ['payer_control_number_missing', 'CLM05-3', plain, '*11:B:1', '*11:B:7'],
  ['payer_control_number_missing', 'CLM05-3', plain, '*11:B:1', '*11:B:8'],
  ['diagnosis_dot', 'HI01-2', plain, 'F411', 'F41.1'],
  ['diagnosis_malformed', 'HI01-2', plain, 'F411', '4'],
  ['diagnosis_repeated', 'HI02-2', plain, 'F331', 'F411'],
  ['diagnosis_gap', 'HI02-2', plain, '*ABF:F331', '**ABF:F331'],
  ['diagnosis_versions_mixed', 'HI', plain, 'ABF:F331', 'BF:29620'],
  ['diagnosis_version', 'HI01-1', plain, 'ABK:F411*ABF:F331', 'BK:30002*BF:29620'],
  // lines
  ['line_number', 'LX01', plain, 'LX*2', 'LX*3'],
  ['line_control_number_repeated', 'REF02', plain, 'L0002', 'L0001'],
  ['line_control_number_too_long', 'REF02', plain, 'L0002', 'L'.repeat(31)],
  ['procedure_malformed', 'SV101-2', plain, 'HC:90837:95', 'HC:9083:95'],
  ['modifier_malformed', 'SV101-3', plain, 'HC:90837:95', 'HC:90837:9-'],
  ['modifier_repeated', 'SV101-4', plain, 'HC:90837:95', 'HC:90837:95:95'],
  ['modifier_gap', 'SV101-3', plain, 'HC:90837:95', 'HC:90837::95'],
  ['modifier_too_many', 'SV101-7', plain, 'HC:90837:95', 'HC:90837:95:U1:U2:U3:U4'],
  ['units_not_positive', 'SV104', plain, '*UN*1***1:2', '*UN*0***1:2'],
  ['pointer_out_of_range', 'SV107-2', plain, '*1:2', '*1:7'],
  ['pointer_repeated', 'SV107-2', plain, '*1:2', '*1:1'],
  ['element_missing', 'SV107', plain, '***1:2', ''],
  ['service_in_future', 'DTP03', plain, '20261015', '20261103'],
  ['service_before_birth', 'DTP03', child, '20130704', '20261016'],
  // coordination of benefits
  ['segment_missing', 'OI', secondary, /OI[^~]*~/, ''],
  ['segment_missing', 'DTP', secondary, /DTP\*573[^~]*~/, ''],
  ['cob_paid_missing', 'SBR', secondary, /AMT\*D[^~]*~/, ''],
  ['cob_line_balance', 'SVD02', secondary, 'CAS*CO*45*55', 'CAS*CO*45*54.99'],
  ['cob_payer_balance', 'AMT02', secondary, 'AMT*D*215', 'AMT*D*215.01'],
  ['cob_claim_balance', 'AMT02', wholeClaim, 'CAS*CO*45*50', 'CAS*CO*45*49.99'],
  ['cob_payer_unknown', 'SVD01', secondary, /SVD\*87001/g, 'SVD*11111'],
  ['cob_bundled_line_unknown', 'SVD06', secondary, /(SVD\*87001\*120[^~]*)~/, '$1*9~'],
  ['cob_date_twice', 'DTP', secondary, 'PI*87001~', 'PI*87001~DTP*573*D8*20261028~'],
  ['cob_date_missing', 'NM1', wholeClaim, /DTP\*573[^~]*~/, ''],
  ['cob_primary_missing', 'SBR01', plain, 'SBR*P*18', 'SBR*S*18'],
  ['payer_sequence_repeated', 'SBR01', secondary, 'SBR*S*18', 'SBR*P*18'],
  ['medicare_secondary_reason_missing', 'SBR05', secondary, 'GRP77******CI', 'GRP77******MB'],
  ['cas_incomplete', 'CAS05', secondary, 'CAS*CO*45*55', 'CAS*CO*45*55**97'],
  ['cas_gap', 'CAS05', secondary, 'CAS*CO*45*55', 'CAS*CO*45*55*1***97*0'],
];

test.each(broken)('%s at %s', async (rule, where, batch, from, to) => {
  const right = text(batch);
  const wrong = recounted(right.replace(from, to), rule);
  expect(wrong).not.toBe(right);
  const report = await checked(wrong);
  expect(report.accepted).toBe(false);
  expect(errors(report).map((finding) => `${finding.rule} ${finding.element ?? finding.segment}`)).toContain(
    `${rule} ${where}`,
  );
  for (const finding of report.findings.filter((one) => one.segment !== '' && !one.rule.includes('missing')))
    expect(Buffer.from(wrong).toString('latin1').slice(finding.offset)).toMatch(new RegExp(`^${finding.segment}\\b`));
});

test('a claim number names one claim to one payer', async () => {
  expect(errors(await checked(text(aBatch([aClaim(), aClaim()]))))).toMatchObject([
    { rule: 'claim_repeated', element: 'CLM01' },
  ]);
  const other = aClaim({ payer: { name: 'OTHER PLAN', id: { qualifier: 'PI', value: '45002' }, references: [] } });
  expect(errors(await checked(text(aBatch([aClaim(), other]))))).toEqual([]);
});

test('control numbers are used once', async () => {
  const right = text(
    aBatch(
      [1, 2].map((n) => aClaim({ controlNumber: `A${n}` })),
      { claimsPerTransaction: 1 },
    ),
  );
  expect(errors(await checked(right.replaceAll('0002', '0001')))).toMatchObject([
    { rule: 'control_number_repeated', element: 'ST02' },
  ]);
  expect(errors(await checked(text(plain) + text(plain)))).toEqual(
    expect.arrayContaining([expect.objectContaining({ rule: 'control_number_repeated', element: 'ISA13' })]),
  );
});

test('two other payers of one id can not be told apart', async () => {
  const twice = aBatch([
    aClaim({
      subscriber: { ...aClaim().subscriber, sequence: 'T' },
      otherCoverages: ['P', 'S'].map((sequence) =>
        aPrimary({
          sequence,
          paid: dollars(0),
          adjustments: [{ group: 'CO', reason: '45', amount: dollars(175) }],
          paidOn: '20261030',
        }),
      ),
    }),
  ]);
  expect(errors(await checked(text(twice)))).toMatchObject([{ rule: 'cob_payer_id_repeated', loop: '2330B' }]);
});

test('what is unusual is a warning, and the file is accepted', async () => {
  const odd = aBatch([
    aClaim({
      references: [{ qualifier: 'F8', value: 'ICN1' }],
      rendering: undefined,
      patientPaid: dollars(900),
      lines: [aLine({ placeOfService: '11' }), aLine({ lineControlNumber: 'L0002', placeOfService: '11' })],
    }),
  ]);
  const report = await checked(text(odd).replace('*UN*1', '*UN*1.0').replace('2075550100', '207-555-0100'));
  expect(report.accepted).toBe(true);
  expect(report.findings.map((finding) => finding.rule).sort()).toEqual([
    'line_repeated',
    'number_padded',
    'patient_paid_over_charge',
    'payer_control_number_unneeded',
    'phone_malformed',
    'place_repeated',
    'place_repeated',
    'rendering_missing',
  ]);
});

test('what is no 837P is refused with its reason', async () => {
  expect(await checked('hello')).toMatchObject({ accepted: false, findings: [{ rule: 'no_isa', offset: 0 }] });
  expect(await checked('')).toMatchObject({ accepted: false });
  const empty = text(plain).replace(/GS.*GE\*1\*41~IEA\*1/, 'IEA*0');
  expect(await checked(empty)).toMatchObject({ accepted: false, findings: [{ rule: 'no_transaction' }] });
});

test('a file of nothing but faults is not reported without end', async () => {
  const report = await checked(text(plain).replace('~SE*', `~${'ZZZ*1~'.repeat(5000)}SE*`));
  expect(report.findings.length).toBeLessThanOrEqual(1001);
  expect(report.accepted).toBe(false);
});

test('an error after a thousand warnings still stops the file', async () => {
  const claims = Array.from({ length: 1100 }, (_, n) => aClaim({ controlNumber: `W${n}`, rendering: undefined }));
  expect((await checked(text(aBatch(claims)))).accepted).toBe(true);
  const last = aClaim({ controlNumber: 'LAST', frequency: '9' });
  expect((await checked(text(aBatch([...claims, last])))).accepted).toBe(false);
});

test('no message holds the name or the number of a person', async () => {
  const report = await checked(text(plain).replace('SAMPLE*JORDAN', 'SAMPLEÉ*JORDAN').replace('M100200300', ''));
  expect(report.findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(report)).not.toMatch(/SAMPLE|JORDAN|M100200300/);
});

const text = (batch: ClaimBatch): string =>
  Buffer.from(write837({ ...batch, envelope: anEnvelope(batch.envelope) }).bytes).toString();
const checked = (file: string) => check('claims.837', [bytesOf(file)]);
const errors = (report: Awaited<ReturnType<typeof checked>>) =>
  report.findings.filter((finding) => finding.severity === 'error');

/** Segments were added or taken: SE01 is made right again, unless it is what is broken. */
function recounted(file: string, rule: string): string {
  if (rule === 'se_count') return file;
  const segments = file.split('~').map((segment) => segment.trim());
  const count =
    segments.findIndex((one) => one.startsWith('SE*')) - segments.findIndex((one) => one.startsWith('ST*')) + 1;
  return file.replace(/\bSE\*\d+\*/, `SE*${count}*`);
}
