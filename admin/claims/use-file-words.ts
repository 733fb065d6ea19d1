import type { ClaimFileView } from '../../api/claims/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';

interface FileWords {
  /** "Claim, as it left" */
  readonly kind: (kind: string | null) => string;
  readonly when: (file: Pick<ClaimFileView, 'at'>) => string;
  /** Of which batch or remittance, and which version of the claim. */
  readonly about: (file: Pick<ClaimFileView, 'batch' | 'remittance' | 'versionNo'>) => string;
  /** Where in it the claim stands. */
  readonly place: (file: Pick<ClaimFileView, 'place' | 'bytes'>) => string;
}

/** How files that touched a claim are told. */
export function useFileWords(): FileWords {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  return {
    kind: (kind) => sayIfKnown(`claims.files.kinds.${kind ?? 'other'}`) ?? say('claims.files.kinds.other'),
    when: ({ at }) => formats.dayTime(at),
    about: ({ batch, remittance, versionNo }) =>
      [
        batch && say('claims.files.batch', { number: batch.controlNumber }),
        remittance && say('claims.files.remittance', { number: remittance.traceNumber }),
        versionNo !== null && say('claims.files.version', { version: String(versionNo) }),
      ]
        .filter(Boolean)
        .join(' · '),
    place: ({ place, bytes }) => {
      if (!place) return say('claims.files.named');
      // of the last claim that was read together with others only its beginning is known
      return place.until > place.from
        ? say('claims.files.bytes', { from: place.from, until: place.until - 1, bytes })
        : say('claims.files.fromByte', { from: place.from, bytes });
    },
  };
}
