import type { ClaimRowView } from '../../api/claims/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { nextOfClaim } from './claim-look';

interface ClaimWords {
  /** What happens next, in one line. */
  readonly next: (claim: Pick<ClaimRowView, 'state' | 'next'>) => string;
  /** "Oct 22 · 90834, 90785 · L. Okafor" */
  readonly visit: (claim: Pick<ClaimRowView, 'serviceDay' | 'codes' | 'clinicianName'>) => string;
}

/** How claims are told. */
export function useClaimWords(): ClaimWords {
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  return {
    next: (claim) => {
      const { code, due } = nextOfClaim(claim);
      // a code newer than this page is told as it is
      return sayIfKnown(`claims.next.${code}`, due === null ? {} : { when: formats.shortDay(due) }) ?? code;
    },
    visit: ({ serviceDay, codes, clinicianName }) =>
      [formats.calendarDate(serviceDay), codes.join(', '), clinicianName].filter(Boolean).join(' · '),
  };
}
