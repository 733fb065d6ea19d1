import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useSpeech } from '../../browser/speech';
import { useWords } from '../words';
import { readCause } from './read-cause';

type Trouble = NonNullable<ClaimDetailView['trouble']>;

interface CauseWords {
  /** Why a claim waits for a person, in one sentence: "Acme says this visit was not authorized". */
  readonly why: (trouble: Pick<Trouble, 'kind'>, cause: string | undefined, payer: string) => string;
  /** What a remark adds; undefined where there are no words for it. */
  readonly remark: (code: string) => string | undefined;
}

/** Codes of scrub, clearinghouse and payer in our own words; a code without any is told as it came. */
export function useCauseWords(): CauseWords {
  const say = useWords();
  const { sayIfKnown } = useSpeech();

  const notTaken = (code: string): string => {
    const cause = readCause(code);
    const what = sayIfKnown(`claims.causes.${cause.of}.${cause.code}`, cause.params);
    if (what === undefined) return say('claims.causes.notTakenBy', { code });
    const whom = cause.entity && sayIfKnown(`claims.causes.entities.${cause.entity}`);
    return say('claims.causes.notTaken', { what: whom ? say('claims.causes.about', { what, whom }) : what });
  };
  return {
    why: ({ kind }, code, payer) => {
      if (code === undefined)
        return kind === 'denied'
          ? say('claims.causes.withoutCode.denied', { payer })
          : say(`claims.causes.withoutCode.${kind}`);
      if (kind === 'rejected') return notTaken(code);
      if (kind === 'denied')
        return (
          sayIfKnown(`claims.causes.adjustments.${code.replace(/^\w+-/, '')}`, { payer }) ??
          say('claims.causes.deniedBy', { payer, code })
        );
      const what = sayIfKnown(`claims.causes.rules.${code}`);
      return what === undefined ? say('claims.causes.keptBackBy', { code }) : say('claims.causes.keptBack', { what });
    },
    remark: (code) => sayIfKnown(`claims.causes.remarks.${code}`),
  };
}
