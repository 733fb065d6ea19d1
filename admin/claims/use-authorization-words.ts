import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats } from '../../browser/speech';
import { useWords } from '../words';

/** Which authorization a claim bears, and which other one would do, in sentences. */
export function useAuthorizationWords(): (claim: Pick<ClaimDetailView, 'authorization' | 'serviceDay'>) => string {
  const say = useWords();
  const formats = useFormats();
  return ({ authorization: { onClaim, known, fitting }, serviceDay }) => {
    const borne = (): string => {
      if (onClaim === null) return say('claims.page.authorization.none');
      const number = onClaim;
      if (!known) return say('claims.page.authorization.unknown', { number });
      if (known.untilDay < serviceDay)
        return say('claims.page.authorization.ended', { number, day: formats.calendarDate(known.untilDay) });
      if (known.fromDay > serviceDay)
        return say('claims.page.authorization.begins', { number, day: formats.calendarDate(known.fromDay) });
      return say('claims.page.authorization.holds', { number });
    };
    if (!fitting) return borne();
    const { number, fromDay, untilDay, enteredLater } = fitting;
    const other = say('claims.page.authorization.fitting', {
      number,
      from: formats.calendarDate(fromDay),
      until: formats.calendarDate(untilDay),
    });
    return [borne(), other, ...(enteredLater ? [say('claims.page.authorization.later')] : [])].join(' ');
  };
}
