import { useCallback, useState } from 'react';
import type { searchClaimsContract } from '../../api/claims/claim.contract';
import type { CandidateView, compareRemittanceClaim } from '../../api/remittances/claim.contract';
import { ask } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { type Choice, Combobox } from '../design/combobox';
import { Dialog } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import type { Find } from '../design/use-search';
import { useProgram } from '../program-context';
import { useWords } from '../words';

interface FindClaimProps {
  readonly remittanceClaimId: string;
  readonly onFound: (candidate: CandidateView) => void;
  readonly onClose: () => void;
}

/** Another claim than the one that Kept found: by name or number. */
export function FindClaim({ remittanceClaimId, onFound, onClose }: FindClaimProps) {
  const say = useWords();
  const { http } = useProgram();
  const find = useFindClaims();
  const [problem, setProblem] = useState<Problem>();
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    const path = pathOf('remittance-claims', remittanceClaimId, 'compare');
    ask<typeof compareRemittanceClaim>(http, path, { claimId: choice.id }).then(onFound, (error: unknown) =>
      setProblem(problemOf(error)),
    );
  };
  return (
    <Dialog
      title={say('remittances.review.find')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{say('pieces.cancel')}</Button>}
    >
      <Combobox
        label={say('remittances.review.findLabel')}
        hint={say('remittances.review.findHint')}
        value={undefined}
        onChange={choose}
        find={find}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}

const mostShown = 8;

function useFindClaims(): Find<Choice> {
  const { http } = useProgram();
  const formats = useFormats();
  return useCallback(
    async (text, signal) => {
      const body = { filter: { text }, range: [0, mostShown - 1] as [number, number] };
      const { rows } = await ask<typeof searchClaimsContract>(http, 'claims/search', body, { signal });
      return rows.map((claim) => ({
        id: claim.id,
        name: `${claim.clientName} · ${claim.controlNumber}`,
        detail: `${formats.calendarDate(claim.serviceDay)} · ${formats.money(claim.chargeCents)} · ${claim.payerName}`,
      }));
    },
    [http, formats],
  );
}
