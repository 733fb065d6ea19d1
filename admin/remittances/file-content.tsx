import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FilePartView, FileView, askFileContent } from '../../api/files/file.contract';
import { ask } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { Button } from '../design/button';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { ExplainedSegments } from '../x12/explained-segments';
import { bytesInRows } from './bytes-in-rows';
import './remittances.css';

/** What stands in a file, a bounded part of it at a time. Files never change: each part is read once. */
export function FileContent({ file }: { readonly file: FileView }) {
  const say = useWords();
  const titleId = useId();
  const { http } = useProgram();
  /** Where each part that was looked at begins; the last one is shown. */
  const [begins, setBegins] = useState<readonly number[]>([0]);
  const from = begins.at(-1) ?? 0;
  const { data, error } = useQuery({
    queryKey: ['edi-file-content', file.id, from],
    queryFn: ({ signal }) =>
      ask<typeof askFileContent>(
        http,
        pathOf('edi-files', file.id, 'content'),
        { from },
        { signal, automatic: isAutomatic() },
      ),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const next = data?.next ?? null;
  return (
    <section className="stack" aria-labelledby={titleId}>
      <div className="row wrap">
        <h2 id={titleId} className="grow">
          {say('remittances.file.content.title')}
        </h2>
        {data && (begins.length > 1 || next !== null) && (
          <>
            <span className="small muted num">
              {say('remittances.file.content.part', {
                from: data.from + 1,
                until: next ?? data.bytes,
                count: data.bytes,
              })}
            </span>
            <Button size="small" disabled={begins.length === 1} onClick={() => setBegins(begins.slice(0, -1))}>
              {say('remittances.file.content.before')}
            </Button>
            <Button size="small" disabled={next === null} onClick={() => next !== null && setBegins([...begins, next])}>
              {say('remittances.file.content.after')}
            </Button>
          </>
        )}
      </div>
      {data && <Part part={data} />}
      {!data && error ? <ProblemNotice problem={problemOf(error)} /> : null}
      {!data && !error && <Skeleton shape="lines" count={8} />}
    </section>
  );
}

function Part({ part }: { readonly part: FilePartView }) {
  const say = useWords();
  if (part.shape === 'segments') return <ExplainedSegments key={part.from} file={part} />;
  return (
    <>
      <p className="small muted">{say(`remittances.file.content.${part.shape}`)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must be reached by keyboard */}
      <pre className="file-bytes" tabIndex={0} aria-label={say('remittances.file.content.title')}>
        {part.shape === 'text' ? part.text : bytesInRows(part.hex, part.from)}
      </pre>
    </>
  );
}
