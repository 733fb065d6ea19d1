import {
  Ban,
  CheckCheck,
  CircleHelp,
  Clock,
  LoaderCircle,
  type LucideIcon,
  PenLine,
  Send,
  Undo2,
  X,
} from 'lucide-react';
import type { BatchView } from '../../api/claims/batch.contract';
import { Pill, type Tone } from '../design/pill';
import { useWords } from '../words';
import { hindranceOf } from './batch-look';

const looks: Readonly<Record<BatchView['state'], { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  open: { tone: 'info', icon: PenLine },
  written: { tone: 'info', icon: Clock },
  sending: { tone: 'live', icon: LoaderCircle },
  sent: { tone: 'accent', icon: Send },
  unknown: { tone: 'care', icon: CircleHelp },
  accepted: { tone: 'good', icon: CheckCheck },
  refused: { tone: 'bad', icon: X },
  returned: { tone: 'bad', icon: Undo2 },
  void: { tone: 'plain', icon: Ban },
};

export function BatchStatePill({ batch }: { readonly batch: Pick<BatchView, 'state' | 'reason' | 'next'> }) {
  const say = useWords();
  const { tone, icon } = looks[batch.state];
  return (
    <Pill tone={hindranceOf(batch) && tone === 'info' ? 'care' : tone} icon={icon}>
      {say(`claims.batches.states.${batch.state}`)}
    </Pill>
  );
}
