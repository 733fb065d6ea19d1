import { centsOf, decimalOf } from '../../money/cents';
import { adjustedIn, centsAt, type ClaimContext } from './claim-context';
import type { Say } from './finding';
import { openerOf, segmentIn } from './loop-node';
import type { Adjudication, OtherPayer } from './other-payers';

/** What one payer decided ties to the cent: each line, then the payer's total, then the claim. */
export function checkBalances(payer: OtherPayer, context: ClaimContext, say: Say): void {
  checkLineBalances(payer, say);
  checkPayerBalance(payer, context, say);
}

function checkLineBalances({ adjudications }: OtherPayer, say: Say): void {
  const byLine = Map.groupBy(adjudications, (one) => one.line);
  for (const [line, ones] of byLine) {
    const charge = centsAt(segmentIn(line, 'SV1'), 2);
    const [first] = ones;
    if (charge === undefined || !first) continue;
    const paid = sum(ones.map((one) => paidBy(one)));
    const adjusted = sum(ones.map((one) => adjustedIn(one.node)));
    if (charge !== paid + adjusted)
      say({
        rule: 'cob_line_balance',
        segment: openerOf(first.node),
        element: 2,
        loop: '2430',
        message: `charged ${decimalOf(charge)}, but paid ${dollars(paid)} and adjusted ${dollars(adjusted)}`,
      });
  }
}

function checkPayerBalance(payer: OtherPayer, { clm }: ClaimContext, say: Say): void {
  const paid = centsAt(payer.paid, 2);
  if (!payer.paid || paid === undefined) return;
  const ofClaim = adjustedIn(payer.node);
  const ofLines = sum(payer.adjudications.map((one) => adjustedIn(one.node)));
  const paidLines = sum(payer.adjudications.map((one) => paidBy(one)));
  const at = { segment: payer.paid, element: 2, loop: '2320' };
  if (payer.adjudications.length > 0 && paid !== paidLines - ofClaim)
    say({
      ...at,
      rule: 'cob_payer_balance',
      message: `AMT*D is ${decimalOf(paid)}, the lines were paid ${dollars(paidLines)} less ${dollars(ofClaim)} of the claim`,
    });
  const charge = centsAt(clm, 2);
  if (charge !== undefined && charge !== paid + ofClaim + ofLines)
    say({
      ...at,
      rule: 'cob_claim_balance',
      message: `CLM02 is ${decimalOf(charge)}, paid ${decimalOf(paid)} and adjusted ${dollars(ofClaim + ofLines)}`,
    });
}

const paidBy = ({ node }: Adjudication): number => centsAt(openerOf(node), 2) ?? 0;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
const dollars = (cents: number): string => decimalOf(centsOf(cents));
