import { centsOf } from '../../money/cents';
import type { RemittanceEvent } from '../read-remittance';
import type { JsonText } from './json-text';
import {
  claimFacts,
  headerFacts,
  imbalanceText,
  providerAdjustmentFacts,
  remittanceImbalanceText,
} from './remittance-facts';

/** Writes the members of one 835 after the other, and adds up all that a file holds. */
export function remittanceFactsWriter(json: JsonText) {
  const totals = { st: 0, clp: 0, paidCents: 0, plbCents: 0, bprCents: 0 };
  let balanced = true;
  let off: string[] = [];
  let holds = { line: true, claim: true, file: true };

  function take(event: RemittanceEvent): void {
    switch (event.kind) {
      case 'remittance':
        [off, holds] = [[], { line: true, claim: true, file: true }];
        for (const [key, value] of Object.entries(headerFacts(event.header))) json.member(key, value);
        return json.open('[', 'claims');
      case 'remittance_claim':
        for (const imbalance of event.imbalances) {
          holds[imbalance.level === 'line' ? 'line' : 'claim'] = false;
          off.push(imbalanceText(imbalance, event.claim));
        }
        return json.item(claimFacts(event.claim));
      case 'remittance_end':
        return finish(event);
    }
  }

  function finish({ header, totals: one, imbalance }: RemittanceEvent & { kind: 'remittance_end' }): void {
    json.close();
    if (imbalance) {
      holds.file = false;
      off.push(remittanceImbalanceText(imbalance));
    }
    json.member('clpCount', one.claims);
    json.member('plb', one.providerAdjustments.map(providerAdjustmentFacts));
    json.member('balance', { ...holds, off });
    balanced &&= off.length === 0;
    totals.st += 1;
    totals.clp += one.claims;
    totals.paidCents = centsOf(totals.paidCents + one.paid);
    totals.plbCents = centsOf(one.providerAdjustments.reduce((sum, { amount }) => sum + amount, totals.plbCents));
    totals.bprCents = centsOf(totals.bprCents + header.payment.amount);
  }

  return {
    take,
    end: (): void => {
      if (totals.st === 0) return;
      json.member('balanced', balanced);
      json.member('totals', totals);
    },
  };
}
