import { addPayer } from '../../../domain/billing/add-payer';
import type { PracticeTx } from '../../../domain/database/practice-tx';

const terms = { filingDays: 90, correctionDays: 180, appealDays: 180 } as const;
/** Invented, beside those of billing.ts: places 3 to 6. */
const more = [
  {
    ...terms,
    name: 'FEDERAL SENIOR PLAN',
    payerId: 'FSP01',
    filingIndicator: 'MB',
    telehealthModifier: '95',
    filingDays: 365,
  },
  { ...terms, name: 'HARBOR SUPPLEMENT', payerId: 'HSUP1', filingIndicator: 'CI' },
  { ...terms, name: 'LAKESIDE EMPLOYEE ASSISTANCE', payerId: 'LEAP1', filingIndicator: 'CI', telehealthModifier: '95' },
  { ...terms, name: 'HERON COOPERATIVE', payerId: 'HERN1', filingIndicator: 'CI', adjudicationDays: 45 },
] as const;

/** Answers their ids, in their order. */
export async function addMorePayers(tx: PracticeTx): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const payer of more) ids.push(await addPayer(tx, payer));
  return ids;
}
