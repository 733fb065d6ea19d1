import { type Cents, centsOf, noCents } from '../../domain/money/cents';
import type { ProfessionalClaim, ServiceLine } from '../../domain/x12/claim';
import type { StatusCode } from '../../domain/x12/claim-status';
import type { Adjustment } from '../../domain/x12/parts';

/**
 * What this payer does, by the last three letters of the member id or by what the claim says: README.md has the table.
 * Numbers of code lists only.
 */
type Ending = 'AUT' | 'COI' | 'DED' | 'EXP' | 'FMT' | 'MIX' | 'MUT' | 'RJC' | 'RJP';
const endings: ReadonlySet<string> = new Set<Ending>(['AUT', 'COI', 'DED', 'EXP', 'FMT', 'MIX', 'MUT', 'RJC', 'RJP']);

const contractPercent = 80;
const coinsurancePercent = 20;
const copay = centsOf(25_00);
const deductibleLeft = centsOf(50_00);

const memberId = (claim: ProfessionalClaim): string => claim.subscriber.name.id?.value ?? '';

const ends = (claim: ProfessionalClaim, ending: Ending): boolean => endingOf(claim) === ending;

function endingOf(claim: ProfessionalClaim): Ending | undefined {
  const ending = memberId(claim).slice(-3).toUpperCase();
  return endings.has(ending) ? (ending as Ending) : undefined;
}

/** Its format is refused: with it the transaction that it stands in. */
export const isFormatRefused = (claim: ProfessionalClaim): boolean => ends(claim, 'FMT');

/** Nothing is heard of it after its format was accepted. */
export const isMute = (claim: ProfessionalClaim): boolean => ends(claim, 'MUT');

/** Why the clearinghouse does not pass it on. */
export const clearinghouseRefusal = (claim: ProfessionalClaim): StatusCode | undefined =>
  ends(claim, 'RJC') ? { category: 'A3', status: '21' } : undefined;

/** Why the payer does not take it in. `knowsOriginal`: the number that a correction or a void names is one of its own. */
export function payerRefusal(claim: ProfessionalClaim, knowsOriginal: boolean): StatusCode | undefined {
  if (ends(claim, 'RJP')) return { category: 'A7', status: '33', entity: 'IL' };
  return claim.frequency !== '1' && !knowsOriginal ? { category: 'A7', status: '464' } : undefined;
}

/** Why nothing is paid for it: group and reason. `cameBefore`: it was decided under the same number already. */
export function denial(
  claim: ProfessionalClaim,
  cameBefore: boolean,
): { readonly group: string; readonly reason: string } | undefined {
  if (cameBefore) return { group: 'CO', reason: '18' };
  if (ends(claim, 'EXP')) return { group: 'PR', reason: '27' };
  if (claim.diagnoses[0]?.code.startsWith('Z')) return { group: 'CO', reason: '167' };
  if (ends(claim, 'AUT') && !isAuthorized(claim)) return { group: 'CO', reason: '197' };
  return undefined;
}

const isAuthorized = (claim: ProfessionalClaim): boolean =>
  [claim, ...claim.lines].some(({ references }) => references.some(({ qualifier }) => qualifier === 'G1'));

/** What is taken off one line; the rest is paid. A claim that another payer saw first: its client's share is paid. */
export function adjustments(claim: ProfessionalClaim, line: ServiceLine): readonly Adjustment[] {
  const [prior] = line.adjudications;
  if (prior) {
    const left = prior.adjustments.filter(({ group }) => group === 'PR').reduce((sum, one) => sum + one.amount, 0);
    return some([{ group: 'OA', reason: '23', amount: centsOf(line.charge - left) }]);
  }
  const allowed = percent(line.charge, contractPercent);
  const contractual: Adjustment = { group: 'CO', reason: '45', amount: centsOf(line.charge - allowed) };
  return some([contractual, ...clientShare(claim, allowed, line === claim.lines[0])]);
}

function clientShare(claim: ProfessionalClaim, allowed: Cents, isFirst: boolean): readonly Adjustment[] {
  const share = (reason: string, amount: Cents): Adjustment => ({ group: 'PR', reason, amount });
  switch (endingOf(claim)) {
    case 'DED':
      return [share('1', allowed)];
    case 'COI':
      return [share('2', percent(allowed, coinsurancePercent))];
    case 'MIX': {
      const deductible = isFirst ? lesser(deductibleLeft, allowed) : noCents;
      return [share('1', deductible), share('2', percent(centsOf(allowed - deductible), coinsurancePercent))];
    }
    case 'AUT':
    case 'EXP':
    case 'FMT':
    case 'MUT':
    case 'RJC':
    case 'RJP':
    case undefined:
      return [share('3', isFirst ? lesser(copay, allowed) : noCents)];
  }
}

const some = (adjustments: readonly Adjustment[]): readonly Adjustment[] =>
  adjustments.filter(({ amount }) => amount !== 0);
const percent = (of: Cents, rate: number): Cents => centsOf(Math.round((of * rate) / 100));
const lesser = (a: Cents, b: Cents): Cents => (a < b ? a : b);
