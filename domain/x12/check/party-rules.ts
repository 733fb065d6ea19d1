import { element, type Segment } from '../segment';
import type { Say } from './finding';
import { loopIn, loopsIn, type LoopNode, openerOf, segmentIn, segmentsIn } from './loop-node';

/** [2010AA] TR3: a street, not a post office box (that goes in 2010AB), nine digits of ZIP, and an NPI. */
export function checkBillingProvider(node: LoopNode, say: Say): void {
  const loop = node.use.id;
  const street = segmentIn(node, 'N3');
  if (street && isPostOfficeBox(street))
    say({
      rule: 'billing_po_box',
      segment: street,
      element: 1,
      loop,
      message: 'a billing provider has a street address; a post office box goes in the pay-to address (2010AB)',
    });
  checkFullZip(node, say);
}

/** [2010AA, 2310C, 2420C]: the ZIP code of a provider's address has nine digits. */
export function checkFullZip(node: LoopNode, say: Say): void {
  const n4 = segmentIn(node, 'N4');
  if (n4 && element(n4, 4) === '' && /^\d{5}$/.test(element(n4, 3)))
    say({
      rule: 'zip_not_full',
      segment: n4,
      element: 3,
      loop: node.use.id,
      message: 'the ZIP code of a provider has nine digits (ZIP+4)',
    });
}

const isPostOfficeBox = (n3: Segment): boolean =>
  [1, 2].some((n) => /\b(P\W*O\W*BOX|POST OFFICE BOX|LOCK\W?BOX)\b/i.test(element(n3, n)));

/** [2000B] Who is the client: the subscriber (SBR02 18, no 2000C), or somebody in a 2000C. */
export function checkSubscriber(node: LoopNode, say: Say): void {
  const sbr = segmentIn(node, 'SBR');
  if (!sbr) return;
  const isClient = element(sbr, 2) === '18';
  const claims = loopsIn(node, '2300');
  const [patient] = loopsIn(node, '2000C');
  if (isClient) checkClientLoop(loopIn(node, '2010BA'), say);
  if (isClient && patient)
    say({
      rule: 'self_with_patient',
      segment: openerOf(patient),
      loop: '2000C',
      message: 'SBR02 says that the client is the subscriber; then there is no patient loop',
    });
  if (!isClient && claims[0])
    say({
      rule: 'relationship_missing',
      segment: sbr,
      element: 2,
      loop: '2000B',
      message: 'a claim directly under the subscriber needs SBR02 18',
    });
  if (claims.length === 0 && !patient)
    say({
      rule: 'claim_missing',
      segment: openerOf(node),
      loop: '2300',
      message: 'a subscriber without claim or patient',
    });
  checkPayerResponsibility(sbr, '2000B', say);
}

/** [2010BA] Where the subscriber is the client, address and demographics are required. */
function checkClientLoop(node: LoopNode | undefined, say: Say): void {
  if (!node) return;
  for (const name of ['N3', 'N4', 'DMG'])
    if (!segmentIn(node, name))
      say({
        rule: 'segment_missing',
        segment: { ...openerOf(node), name },
        loop: '2010BA',
        message: `loop 2010BA needs ${name} where the subscriber is the client`,
      });
}

/** [2000C] */
export function checkPatient(node: LoopNode, say: Say): void {
  if (loopsIn(node, '2300').length === 0)
    say({ rule: 'claim_missing', segment: openerOf(node), loop: '2300', message: 'a patient without a claim' });
}

/** SBR in [2000B] and [2320]: what kind of plan, and why Medicare is not primary. */
export function checkPayerResponsibility(sbr: Segment, loop: string, say: Say): void {
  const [sequence, reason, filing] = [element(sbr, 1), element(sbr, 5), element(sbr, 9)];
  if (filing === '')
    say({
      rule: 'filing_indicator_missing',
      segment: sbr,
      element: 9,
      loop,
      message: 'SBR09 (kind of plan) is required until payers have national plan ids',
    });
  const isMedicare = filing === 'MA' || filing === 'MB';
  if (isMedicare && sequence !== 'P' && reason === '')
    say({
      rule: 'medicare_secondary_reason_missing',
      segment: sbr,
      element: 5,
      loop,
      message: 'where Medicare is not primary, SBR05 says why',
      ...(loop === '2320' && { severity: 'warning' as const }),
    });
  if (isMedicare && sequence === 'P' && reason !== '')
    say({
      rule: 'medicare_secondary_reason_unneeded',
      severity: 'warning',
      segment: sbr,
      element: 5,
      loop,
      message: 'SBR05 is only for Medicare as secondary payer',
    });
}

/** A provider is known by its NPI; one without has a number of the payer's instead. */
export function checkProviderNumber(node: LoopNode, payer: LoopNode | undefined, say: Say): void {
  const nm1 = openerOf(node);
  if (element(nm1, 9) !== '') return;
  const numbers = [...segmentsIn(node, 'REF', '0B', '1G', 'G2', 'LU'), ...segmentsIn(payer, 'REF', 'G2', 'LU')];
  if (numbers.length > 0) return;
  say({
    rule: 'npi_missing',
    segment: nm1,
    element: 9,
    loop: node.use.id,
    message: 'a provider needs an NPI, or a number of its own in REF',
    ...(!['2010AA', '2310B', '2420A'].includes(node.use.id) && { severity: 'warning' as const }),
  });
}
