import { component, element, type Segment } from '../segment';
import type { ClaimContext } from './claim-context';
import { icd10From, isIcd10, isIcd9 } from './codes';
import { daysOf } from './dates';
import type { Say } from './finding';
import { loopsIn, segmentIn } from './loop-node';

/** HI with the principal diagnosis: its codes, in order. */
export function diagnosesIn(hi: Segment | undefined): string[] {
  if (!hi) return [];
  return hi.elements.map((_, at) => component(hi, at + 1, 2));
}

export const diagnosisSegment = ({ claim }: ClaimContext): Segment | undefined => segmentIn(claim, 'HI', 'ABK', 'BK');

/** Shape, version, order and repetition of the diagnoses. */
export function checkDiagnoses(context: ClaimContext, say: Say): void {
  const hi = diagnosisSegment(context);
  if (!hi) return;
  const seen = new Set<string>();
  const codes = diagnosesIn(hi);
  codes.forEach((code, at) => {
    const where = { segment: hi, element: at + 1, component: 2, loop: '2300' };
    if (element(hi, at + 1) === '')
      return say({ ...where, rule: 'diagnosis_gap', message: 'diagnoses follow each other without gaps' });
    checkShape(code, component(hi, at + 1, 1), (rule, message) => say({ ...where, rule, message }));
    if (seen.has(code)) say({ ...where, rule: 'diagnosis_repeated', message: 'a diagnosis is named once' });
    seen.add(code);
  });
  checkVersion(context, hi, say);
}

function checkShape(code: string, qualifier: string, say: (rule: string, message: string) => void): void {
  if (code.includes('.')) return say('diagnosis_dot', 'a diagnosis is written without its dot');
  const isRight = qualifier.startsWith('A') ? isIcd10(code) : isIcd9(code);
  if (!isRight && code !== '')
    say('diagnosis_malformed', `this has not the shape of an ${qualifier.startsWith('A') ? 'ICD-10' : 'ICD-9'} code`);
}

/** One version for all, the one of the day of service. */
function checkVersion({ claim }: ClaimContext, hi: Segment, say: Say): void {
  const at = { segment: hi, loop: '2300' };
  const versions = new Set(
    hi.elements.flatMap(([qualifier = '']) => (qualifier === '' ? [] : [qualifier.startsWith('A')])),
  );
  if (versions.size > 1)
    return say({ ...at, rule: 'diagnosis_versions_mixed', message: 'ICD-9 and ICD-10 do not mix in one claim' });
  const isTen = versions.has(true);
  for (const line of loopsIn(claim, '2400')) {
    const dtp = segmentIn(line, 'DTP', '472');
    const days = dtp && daysOf(element(dtp, 2), element(dtp, 3));
    if (days && isTen !== days.from >= icd10From)
      return say({
        ...at,
        element: 1,
        component: 1,
        rule: 'diagnosis_version',
        message: 'services since October 2015 have ICD-10 codes (ABK, ABF), those before ICD-9 (BK, BF)',
      });
  }
}
