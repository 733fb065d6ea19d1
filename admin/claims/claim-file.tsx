import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useId } from 'react';
import type { ClaimFileView, getClaimFile } from '../../api/claims/claim.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { IconButton } from '../design/icon-button';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { ExplainedSegments } from '../x12/explained-segments';
import { useFileWords } from './use-file-words';

interface ClaimFileProps {
  readonly claimId: string;
  readonly file: ClaimFileView;
  readonly onClose: () => void;
}

/** What a file says of the claim: the very segments, each piece of them explained. Files never change: they are read once. */
export function ClaimFile({ claimId, file, onClose }: ClaimFileProps) {
  const say = useWords();
  const words = useFileWords();
  const id = useId();
  const { http } = useProgram();
  const { data, error } = useQuery({
    queryKey: ['claim-file', claimId, file.id],
    queryFn: ({ signal }) =>
      read<typeof getClaimFile>(http, pathOf('claims', claimId, 'files', file.id), {
        signal,
        automatic: isAutomatic(),
      }),
    staleTime: Infinity,
  });
  return (
    <section aria-labelledby={id} className="stack">
      <div className="row">
        <h2 id={id} className="grow">
          {words.kind(file.kind)}{' '}
          <span className="small muted num">{[words.about(file), words.when(file)].filter(Boolean).join(' · ')}</span>
        </h2>
        <IconButton icon={X} label={say('claims.files.close')} onClick={onClose} />
      </div>
      {data && <ExplainedSegments file={data} />}
      {!data && error ? <ProblemNotice problem={problemOf(error)} /> : null}
      {!data && !error && <Skeleton shape="lines" count={8} />}
    </section>
  );
}
