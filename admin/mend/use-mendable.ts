import { useMay } from '../../browser/session/use-session';
import type { MissingPart } from './missing-parts';

/** Which parts the person may mend; nobody can lengthen what was attested. */
export function useMendable(): Readonly<Record<MissingPart, boolean>> {
  const notes = useMay('notes.write');
  const coverage = useMay('coverage.change');
  const billing = useMay('billing.change');
  const practice = useMay('practice.change');
  return {
    diagnosis: notes,
    coverage,
    client_address: coverage,
    fee: billing,
    clinician_npi: practice,
    billing_profile: practice,
    too_short: false,
  };
}
