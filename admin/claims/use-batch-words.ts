import type { BatchView } from '../../api/claims/batch.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';
import { hindranceOf, reasonWord } from './batch-look';

interface BatchWords {
  /** What is in its way and when it goes on, in sentences; undefined where nothing is. */
  readonly hindrance: (batch: Pick<BatchView, 'state' | 'reason' | 'next'>) => string | undefined;
  /** What happens next, in one line: what is in its way, else the step of its plan. */
  readonly next: (batch: Pick<BatchView, 'state' | 'reason' | 'next'>) => string;
}

/** How batches are told. */
export function useBatchWords(): BatchWords {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const hindrance: BatchWords['hindrance'] = (batch) => {
    const found = hindranceOf(batch);
    if (!found) return undefined;
    if (found.kind === 'held' || found.kind === 'returned') return say(`claims.batches.waits.${found.kind}`);
    const { kind, reason, due } = found;
    const when = due === null ? undefined : formats.time(due);
    const goesOn = when && say(`claims.batches.waits.${kind === 'asks' ? 'asks' : 'goesOn'}`, { time: when });
    const why = reason === null ? undefined : say(`claims.batches.waits.${reasonWord(reason)}`);
    return [why, goesOn].filter(Boolean).join(' ');
  };
  return {
    hindrance,
    next: (batch) => {
      const { state, next } = batch;
      const inTheWay = hindrance(batch);
      if (inTheWay) return inTheWay;
      if (state === 'accepted' || state === 'refused') return say(`claims.batches.next.${state}`);
      if (!next) return say('claims.batches.next.nothing');
      const when = next.due === null ? '' : formats.time(next.due);
      // a step newer than this page is told as it is
      return sayIfKnown(`claims.batches.next.${next.step}`, { when }) ?? next.step;
    },
  };
}
