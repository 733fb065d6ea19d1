import { CircleCheck, CircleDashed, CircleSlash, FileText } from 'lucide-react';
import type { ChargeView } from '../../api/charges/charge.contract';
import { Pill } from '../design/pill';
import { useWords } from '../words';

/** How far a charge is: waits for a person, in the books, on a claim, or not billed. */
export function ChargeStatePill({ charge }: { readonly charge: Pick<ChargeView, 'state' | 'claim'> }) {
  const say = useWords();
  if (charge.state === 'void') return <Pill icon={CircleSlash}>{say('charges.states.void')}</Pill>;
  if (charge.state === 'proposed')
    return (
      <Pill tone="info" icon={CircleDashed}>
        {say('charges.states.proposed')}
      </Pill>
    );
  return (
    <Pill tone="good" icon={charge.claim ? FileText : CircleCheck}>
      {charge.claim
        ? say('charges.states.claimed', { number: charge.claim.controlNumber })
        : say('charges.states.approved')}
    </Pill>
  );
}
