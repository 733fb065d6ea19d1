import { decimalOf, centsOf } from '../../money/cents';
import { component, element } from '../segment';
import { type ClaimContext, birthDateOf, centsAt } from './claim-context';
import { frequencies, placesOfService } from './codes';
import { daysOf } from './dates';
import type { Say } from './finding';
import { loopIn, loopsIn, openerOf, segmentIn } from './loop-node';
import { checkProviderNumber } from './party-rules';

/** TR3: CLM01 comes back in the 835; 20 characters are what a payer has to keep of it. */
const longestControlNumber = 20;

/** Rules of one claim as a whole. */
export function checkClaim(context: ClaimContext, say: Say): void {
  checkIdentity(context, say);
  checkTotal(context, say);
  checkPatientPaid(context, say);
  checkDates(context, say);
  checkProviders(context, say);
}

function checkIdentity({ clm, claim }: ClaimContext, say: Say): void {
  const at = { segment: clm, loop: '2300' };
  if (element(clm, 1).length > longestControlNumber)
    say({
      ...at,
      element: 1,
      rule: 'control_number_too_long',
      message: 'a claim control number has at most 20 characters',
    });
  const [place, frequency] = [component(clm, 5, 1), component(clm, 5, 3)];
  if (place !== '' && !placesOfService.has(place))
    say({
      ...at,
      element: 5,
      component: 1,
      rule: 'place_of_service_unknown',
      message: `${place} is no place of service`,
    });
  if (frequency !== '' && !frequencies.has(frequency))
    say({
      ...at,
      element: 5,
      component: 3,
      rule: 'frequency_unknown',
      message: `frequency ${frequency} is none of 1, 7, 8`,
    });
  const original = segmentIn(claim, 'REF', 'F8');
  if ((frequency === '7' || frequency === '8') && !original)
    say({
      ...at,
      element: 5,
      component: 3,
      rule: 'payer_control_number_missing',
      message: 'a replacement or void needs the number that the payer gave the claim (REF*F8)',
    });
  if (frequency === '1' && original)
    say({
      segment: original,
      loop: '2300',
      severity: 'warning',
      rule: 'payer_control_number_unneeded',
      message: 'an original claim does not name a number of the payer',
    });
}

function checkTotal({ clm, claim }: ClaimContext, say: Say): void {
  const charge = centsAt(clm, 2);
  const lines = loopsIn(claim, '2400').map((line) => centsAt(segmentIn(line, 'SV1'), 2));
  if (charge === undefined || lines.length === 0 || lines.includes(undefined)) return;
  const sum = centsOf(lines.reduce<number>((total, one) => total + (one ?? 0), 0));
  if (sum === charge) return;
  say({
    rule: 'charge_total',
    segment: clm,
    element: 2,
    loop: '2300',
    message: `CLM02 is ${decimalOf(charge)}, the lines add up to ${decimalOf(sum)}`,
  });
}

function checkPatientPaid({ clm, claim }: ClaimContext, say: Say): void {
  const amt = segmentIn(claim, 'AMT', 'F5');
  const [paid, charge] = [centsAt(amt, 2), centsAt(clm, 2)];
  if (amt && paid !== undefined && charge !== undefined && paid > charge)
    say({
      rule: 'patient_paid_over_charge',
      severity: 'warning',
      segment: amt,
      element: 2,
      loop: '2300',
      message: 'the client paid more than the claim charges',
    });
}

function checkDates(context: ClaimContext, say: Say): void {
  const born = birthDateOf(context);
  const { claim, createdOn } = context;
  for (const line of loopsIn(claim, '2400')) {
    const dtp = segmentIn(line, 'DTP', '472');
    const days = dtp && daysOf(element(dtp, 2), element(dtp, 3));
    if (!days) continue;
    const at = { segment: dtp, element: 3, loop: '2400' };
    if (createdOn !== '' && days.to > createdOn)
      say({ ...at, rule: 'service_in_future', message: 'the service is after the day on which the file was made' });
    if (born !== undefined && days.from < born)
      say({ ...at, rule: 'service_before_birth', message: 'the service is before the client was born' });
  }
}

function checkProviders({ claim, billing, subscriber }: ClaimContext, say: Say): void {
  const billingLoop = loopIn(billing, '2010AA');
  const payer = loopIn(subscriber, '2010BB');
  if (billingLoop) checkProviderNumber(billingLoop, payer, say);
  for (const node of loopsIn(claim, '2310A', '2310B', '2310C', '2310D')) checkProviderNumber(node, undefined, say);
  const rendering = loopIn(claim, '2310B');
  if (!billingLoop) return;
  const billingName = openerOf(billingLoop);
  if (rendering && element(openerOf(rendering), 9) === element(billingName, 9) && element(billingName, 9) !== '')
    say({
      rule: 'rendering_is_billing',
      severity: 'warning',
      segment: openerOf(rendering),
      loop: '2310B',
      message: 'a rendering provider is named only where it is not the billing provider',
    });
  if (!rendering && element(billingName, 2) === '2' && loopsIn(claim, '2400').some((line) => !loopIn(line, '2420A')))
    say({
      rule: 'rendering_missing',
      severity: 'warning',
      segment: openerOf(claim),
      loop: '2310B',
      message: 'an organization bills, but nobody is named who rendered the service',
    });
}
