import { component, element } from '../segment';
import type { ClaimContext } from './claim-context';
import type { Say } from './finding';
import { loopIn, openerOf } from './loop-node';

/** More than this in one transaction, and payers may refuse it (TR3 section 1.3.2). */
const mostClaims = 5000;

/** Rules over the claims of a file: a number names one claim to one payer. */
export function claimNumberRules(say: Say) {
  const seen = new Set<string>();
  let inTransaction = 0;

  function take({ clm, subscriber }: ClaimContext): void {
    inTransaction += 1;
    const payer = loopIn(subscriber, '2010BB');
    const key = [element(clm, 1), payer ? element(openerOf(payer), 9) : ''].join('\n');
    if (seen.has(key))
      say({
        rule: 'claim_repeated',
        segment: clm,
        element: 1,
        loop: '2300',
        message: `claim ${element(clm, 1)} is in the file twice for one payer (frequency ${component(clm, 5, 3)})`,
      });
    seen.add(key);
    if (inTransaction === mostClaims + 1)
      say({
        rule: 'too_many_claims',
        severity: 'warning',
        segment: clm,
        loop: '2300',
        message: `more than ${mostClaims} claims in one transaction`,
      });
  }

  return {
    take,
    /** At each ST. */
    begin: (): void => {
      inTransaction = 0;
    },
  };
}
