import { Check, CircleAlert, CircleSlash, Clock, Copy, Info, LoaderCircle, Undo2 } from 'lucide-react';
import type { RemittanceClaimRow, RemittanceRow } from '../../api/remittances/remittance.contract';
import type { IconDrawing } from '../design/icon';
import { Pill, type Tone } from '../design/pill';
import { useWords } from '../words';

interface Look {
  readonly tone: Tone;
  readonly icon: IconDrawing;
}

const looks: Readonly<Record<RemittanceRow['state'], Look>> = {
  found: { tone: 'info', icon: Clock },
  posting: { tone: 'live', icon: LoaderCircle },
  posted: { tone: 'good', icon: Check },
  quarantined: { tone: 'bad', icon: CircleAlert },
  duplicate: { tone: 'plain', icon: Copy },
  informed: { tone: 'plain', icon: Info },
  undoing: { tone: 'live', icon: LoaderCircle },
  undone: { tone: 'plain', icon: Undo2 },
};

export function RemittanceStatePill({ state }: Pick<RemittanceRow, 'state'>) {
  const say = useWords();
  return (
    <Pill tone={looks[state].tone} icon={looks[state].icon}>
      {say(`remittances.states.${state}`)}
    </Pill>
  );
}

const claimLooks: Readonly<Record<RemittanceClaimRow['state'], Look>> = {
  found: { tone: 'info', icon: Clock },
  posted: { tone: 'good', icon: Check },
  review: { tone: 'care', icon: CircleAlert },
  informed: { tone: 'plain', icon: Info },
  undone: { tone: 'plain', icon: Undo2 },
  set_aside: { tone: 'plain', icon: CircleSlash },
};

/** How what a payer says of a claim stands. */
export function SaidStatePill({ state }: Pick<RemittanceClaimRow, 'state'>) {
  const say = useWords();
  return (
    <Pill tone={claimLooks[state].tone} icon={claimLooks[state].icon}>
      {say(`remittances.claims.states.${state}`)}
    </Pill>
  );
}
