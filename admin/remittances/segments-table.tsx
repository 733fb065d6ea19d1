import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { getClaimSegments } from '../../api/remittances/claim.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { classes } from '../design/classes';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { VisuallyHidden } from '../design/visually-hidden';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import './remittances.css';

interface SegmentsTableProps {
  readonly remittanceClaimId: string;
  /** Byte of the segment that is meant: it is marked. */
  readonly marked?: number;
}

/** The very segments in which a payer speaks of a claim, as they stand in the file. */
export function SegmentsTable({ remittanceClaimId, marked }: SegmentsTableProps) {
  const say = useWords();
  const { http } = useProgram();
  const { data, error } = useQuery({
    queryKey: ['segments', remittanceClaimId],
    queryFn: ({ signal }) =>
      read<typeof getClaimSegments>(http, pathOf('remittance-claims', remittanceClaimId, 'segments'), { signal }),
    staleTime: Infinity, // the bytes of a file never change
  });
  if (!data && error) return <ProblemNotice problem={problemOf(error)} />;
  if (!data) return <Skeleton shape="lines" count={6} />;
  return (
    <div className="k-table-frame segments">
      <table>
        <caption>
          <VisuallyHidden>{say('remittances.claim.segmentsCaption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('remittances.claim.byte')}</th>
            <th scope="col">{say('remittances.claim.segment')}</th>
          </tr>
        </thead>
        <tbody>
          {data.segments.map((segment) => (
            <SegmentRow key={segment.offset} {...segment} marked={segment.offset === marked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SegmentRowProps {
  readonly text: string;
  readonly offset: number;
  readonly marked: boolean;
}

function SegmentRow({ text, offset, marked }: SegmentRowProps) {
  const formats = useFormats();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <tr ref={row} className={classes(marked && 'segment-marked')}>
      <td className="num muted">{formats.number(offset)}</td>
      <td>
        {marked ? (
          <mark>
            <code>{text}</code>
          </mark>
        ) : (
          <code>{text}</code>
        )}
      </td>
    </tr>
  );
}
