import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import type { TimelineEntry } from '../design/timeline';
import { useWords } from '../words';
import { useClaimWords } from './use-claim-words';

type Ahead = ClaimDetailView['ahead'][number];

/** By which days of the payer's terms a step was counted (`claims.ahead`). */
const counted: Readonly<Record<string, 'fromVisit' | 'fromDecision' | 'usually'>> = {
  warn_filing: 'fromVisit',
  warn_correction: 'fromDecision',
  warn_appeal: 'fromDecision',
  ask_decision: 'usually',
};

/** Steps that are a matter of hours: they are told with their time. */
const soon: ReadonlySet<string> = new Set(['ask_format', 'ask_receipt']);

/** What happens next with a claim and what follows it, as its workflow plans it; of a claim without a plan what its state waits for. */
export function useAheadWords(claim: Pick<ClaimDetailView, 'state' | 'next' | 'ahead'>): readonly TimelineEntry[] {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const first = useClaimWords().next(claim);
  const { next, ahead } = claim;

  const what = ({ step, due, deadline }: Ahead): string => {
    const at = deadline ?? due;
    // a step newer than this page is told as it is
    if (at === null) return sayIfKnown(`claims.next.${step}`) ?? step;
    const when = soon.has(step) ? `${formats.shortDay(at)}, ${formats.time(at)}` : formats.shortDay(at);
    return sayIfKnown(`claims.ahead.${step}`, { when }) ?? step;
  };
  const detail = ({ step, due, deadline, days, toldAt }: Ahead): string => {
    const by = counted[step];
    const work = (): string | undefined => {
      if (toldAt !== null) return say('claims.ahead.came', { when: formats.shortDay(toldAt) });
      if (deadline !== null && due !== null) return say('claims.ahead.comes', { when: formats.shortDay(due) });
      return due === null || step === 'look_at_rest' ? undefined : say('claims.ahead.otherwise');
    };
    return [by !== undefined && days !== null && say(`claims.ahead.${by}`, { days }), work()].filter(Boolean).join(' ');
  };
  const entries = ahead.map((one): TimelineEntry => {
    const more = detail(one);
    return { id: one.step, what: what(one), ...(more !== '' && { detail: more }) };
  });
  // what a person must know first, or all that there is
  return next?.paused || entries.length === 0 ? [{ id: 'next', what: first }, ...entries] : entries;
}
