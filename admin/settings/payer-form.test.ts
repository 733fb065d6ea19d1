import { blankPayer, editedPayer, payerBody, payerFaults, payerValues } from './payer-form';

test('an insurer is sent as it was read', () => {
  const view = {
    id: 'p',
    version: 2,
    name: 'ACME',
    payerId: '60054',
    filingIndicator: 'CI',
    telehealthPlace: '10',
    telehealthModifier: null,
    filingDays: 90,
    correctionDays: 180,
    appealDays: 60,
    adjudicationDays: 30,
  } as const;
  const { id: _, version: __, ...body } = view;
  expect(payerBody(payerValues(editedPayer(view)))).toEqual(body);
});

test('days are whole numbers, each up to its own limit; the modifier may be none', () => {
  const values = {
    ...blankPayer,
    name: 'A',
    payerId: '1',
    telehealthModifier: '',
    filingDays: '0',
    adjudicationDays: '366',
  };
  expect(payerFaults(values)).toEqual({ missing: [], noDays: ['filingDays', 'adjudicationDays'] });
  expect(payerFaults({ ...blankPayer, appealDays: ' ' })).toEqual({
    missing: ['name', 'payerId', 'appealDays'],
    noDays: [],
  });
});
