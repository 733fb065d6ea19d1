import { Check, CheckCheck, Clock, HelpCircle, LoaderCircle, MinusCircle, RotateCcw, X } from 'lucide-react';
import type { MessageView } from '../../api/messages/message.contract';
import type { IconDrawing } from '../design/icon';
import { Pill, type Tone } from '../design/pill';
import { useWords } from '../words';
import { type ShownState, shownState } from './message-look';

const looks: Readonly<Record<ShownState, { readonly tone: Tone; readonly icon: IconDrawing }>> = {
  planned: { tone: 'info', icon: RotateCcw },
  sending: { tone: 'live', icon: LoaderCircle },
  sent: { tone: 'plain', icon: Check },
  delivered: { tone: 'good', icon: CheckCheck },
  failed: { tone: 'bad', icon: X },
  refused: { tone: 'bad', icon: X },
  unknown: { tone: 'care', icon: HelpCircle },
  skipped: { tone: 'plain', icon: MinusCircle },
};

export function MessageStatePill({
  message,
}: {
  readonly message: Pick<MessageView, 'state' | 'deliveredAt' | 'failedAt'>;
}) {
  const say = useWords();
  const state = shownState(message);
  return <Pill {...looks[state]}>{say(`messaging.states.${state}`)}</Pill>;
}

/** What has not been written yet: it will go out, or someone was asked to look. */
export function PlannedPill({ paused }: { readonly paused: boolean }) {
  const say = useWords();
  return (
    <Pill tone={paused ? 'care' : 'info'} icon={Clock}>
      {say(`messaging.states.${paused ? 'paused' : 'due'}`)}
    </Pill>
  );
}
