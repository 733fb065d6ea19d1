import { useId, useState } from 'react';
import { useGetList } from 'react-admin';
import type { TimelineEventView } from '../../api/timeline/timeline.contract';
import { problemOf } from '../../browser/http/problem-words';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { EventsTimeline } from './events-timeline';
import type { Since } from '../since/use-since';
import { useWords } from '../words';

const step = 20;
/** The longest page of a list. */
const most = 200;

type Filter = { readonly clientId: string } | { readonly entity: string; readonly refId: string };

const latestOf = (filter: Filter, count: number) => ({
  filter,
  sort: { field: 'at', order: 'DESC' as const },
  pagination: { page: 1, perPage: count },
});

/** How the first of them are asked for: whoever asks the same way is answered by the same. */
export const firstEvents = (filter: Filter) => latestOf(filter, step);

interface TimelineCardProps {
  /** Of a client, or of one record. */
  readonly filter: Filter;
  /** What came since one looked. */
  readonly changes?: Since['changes'];
}

/** Everything that happened to it, newest first. */
export function TimelineCard({ filter, changes }: TimelineCardProps) {
  const say = useWords();
  const id = useId();
  const [shown, setShown] = useState(step);
  const { data, total, error } = useGetList<TimelineEventView>('timeline', latestOf(filter, shown), {
    placeholderData: (before) => before,
  });
  return (
    <Card as="aside" padded className="stack" aria-labelledby={id}>
      <h2 id={id}>{say('timeline.title')}</h2>
      {!data && !error && <Skeleton shape="lines" count={8} />}
      {!data && error ? <ProblemNotice problem={problemOf(error)} /> : null}
      {data?.length === 0 && <p className="muted">{say('timeline.empty')}</p>}
      {data && <EventsTimeline events={data} labelledBy={id} changes={changes} />}
      {data && total !== undefined && total > data.length && shown < most && (
        <Button size="small" onClick={() => setShown(Math.min(most, shown + step))}>
          {say('timeline.more')}
        </Button>
      )}
    </Card>
  );
}
