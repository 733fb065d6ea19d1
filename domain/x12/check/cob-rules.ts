import { element, type Segment } from '../segment';
import { centsAt, type ClaimContext } from './claim-context';
import { checkBalances } from './cob-balances';
import type { Say } from './finding';
import { loopIn, loopsIn, openerOf, segmentIn, segmentsIn, within } from './loop-node';
import { isAdjudicated, otherPayers, type OtherPayer, sequenceOf, sequenceOrder } from './other-payers';
import { checkPayerResponsibility } from './party-rules';

/**
 * Coordination of benefits (TR3 section 1.4.1): who comes when, what earlier payers paid, and that it ties to the cent:
 * SV102 = SVD02 + CAS of the line; AMT*D = sum of SVD02 − CAS of the claim; CLM02 = AMT*D + all CAS.
 */
export function checkCoordination(context: ClaimContext, say: Say): void {
  const payers = otherPayers(context);
  checkSequences(context, payers, say);
  checkPayerIds(context, payers, say);
  for (const payer of payers) {
    checkPayerResponsibility(payer.sbr, '2320', say);
    if (isAdjudicated(payer)) {
      checkPaid(payer, say);
      checkDate(payer, say);
      checkBalances(payer, context, say);
    } else if (payer.isPrior) sayPaidMissing(payer, say);
  }
  checkAdjustments(context, say);
}

/** Each payer has its own place, and a secondary claim says what the primary did. */
function checkSequences({ subscriber }: ClaimContext, payers: readonly OtherPayer[], say: Say): void {
  const sbr = segmentIn(subscriber, 'SBR');
  const seen = new Set([sequenceOf(sbr)]);
  for (const payer of payers) {
    const sequence = sequenceOf(payer.sbr);
    if (seen.has(sequence) && sequence !== 'U')
      say({
        rule: 'payer_sequence_repeated',
        segment: payer.sbr,
        element: 1,
        loop: '2320',
        message: `two payers of one claim are both ${sequence}`,
      });
    seen.add(sequence);
  }
  const own = sequenceOrder.indexOf(sequenceOf(sbr));
  if (sbr && own > 0 && !seen.has('P'))
    say({
      rule: 'cob_primary_missing',
      segment: sbr,
      element: 1,
      loop: '2000B',
      message: 'a claim to a later payer names the primary payer and what it decided (2320)',
    });
}

function checkPayerIds({ claim }: ClaimContext, payers: readonly OtherPayer[], say: Say): void {
  const ids = new Set(payers.map((payer) => payer.id));
  if (ids.size < payers.length)
    for (const payer of payers.slice(1))
      if (payers.find((one) => one.id === payer.id) !== payer)
        say({
          rule: 'cob_payer_id_repeated',
          segment: openerOf(loopIn(payer.node, '2330B') ?? payer.node),
          loop: '2330B',
          message: 'two other payers have the same id, so that SVD01 can not tell them apart',
        });
  const lines = loopsIn(claim, '2400');
  for (const line of lines)
    for (const node of loopsIn(line, '2430')) {
      const svd = openerOf(node);
      const at = { segment: svd, loop: '2430' };
      if (!ids.has(element(svd, 1)))
        say({ ...at, element: 1, rule: 'cob_payer_unknown', message: 'SVD01 is no payer of a 2330B of this claim' });
      const bundled = element(svd, 6);
      if (bundled !== '' && !lines.some((one) => element(openerOf(one), 1) === bundled))
        say({ ...at, element: 6, rule: 'cob_bundled_line_unknown', message: 'SVD06 is no line of this claim' });
    }
}

function checkPaid(payer: OtherPayer, say: Say): void {
  if (!payer.paid) sayPaidMissing(payer, say);
}

function sayPaidMissing({ sbr }: OtherPayer, say: Say): void {
  say({
    rule: 'cob_paid_missing',
    segment: sbr,
    loop: '2320',
    message: 'a payer that was asked before needs the amount it paid (AMT*D), be it 0',
  });
}

/** DTP*573 stands in each 2430 (the grammar says so), and in 2330B only where no line was adjudicated. */
function checkDate({ node, adjudications }: OtherPayer, say: Say): void {
  const payer = loopIn(node, '2330B');
  const ofClaim = segmentIn(payer, 'DTP', '573');
  if (ofClaim && adjudications.length > 0)
    say({
      rule: 'cob_date_twice',
      segment: ofClaim,
      loop: '2330B',
      message: 'the lines say when this payer decided (2430); then it does not stand here',
    });
  if (!ofClaim && adjudications.length === 0)
    say({
      rule: 'cob_date_missing',
      segment: openerOf(payer ?? node),
      loop: '2330B',
      message: 'when this payer decided (DTP*573) is missing',
    });
}

/** CAS: each reason with its amount, no group that the guide has withdrawn. */
function checkAdjustments({ claim }: ClaimContext, say: Say): void {
  for (const node of within(claim))
    for (const cas of segmentsIn(node, 'CAS')) {
      const loop = node.use.id;
      if (element(cas, 1) === 'CR')
        say({
          rule: 'cas_group_withdrawn',
          severity: 'warning',
          segment: cas,
          element: 1,
          loop,
          message: 'CR is for older versions',
        });
      for (let n = 2; n <= cas.elements.length; n += 3) checkAdjustment(cas, n, loop, say);
    }
}

function checkAdjustment(cas: Segment, n: number, loop: string, say: Say): void {
  const [reason, amount] = [element(cas, n), element(cas, n + 1)];
  if ((reason === '') !== (amount === ''))
    say({ rule: 'cas_incomplete', segment: cas, element: n, loop, message: 'a reason and its amount come together' });
  if (reason === '' && amount === '' && (n > 2 || element(cas, n + 2) !== ''))
    say({ rule: 'cas_gap', segment: cas, element: n, loop, message: 'reasons follow each other without gaps' });
  if (centsAt(cas, n + 1) === 0 && amount !== '')
    say({
      rule: 'cas_zero',
      severity: 'warning',
      segment: cas,
      element: n + 1,
      loop,
      message: 'an adjustment of nothing',
    });
}
