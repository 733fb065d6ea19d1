import { loadSomeCodes, setUpBilling } from '../../dev/demo/billing';
import type { TestPractice } from './invented-practice';

const known = new Map<string, Promise<readonly string[]>>();

/** Sets a practice up to bill, once however many ask. Answers its payers’ ids. */
export function payersOf(practice: TestPractice): Promise<readonly string[]> {
  const made =
    known.get(practice.id) ??
    loadSomeCodes(practice.worker).then(() =>
      practice.as('administrator', (tx) => setUpBilling(tx, practice.clinician)),
    );
  known.set(practice.id, made);
  return made;
}
