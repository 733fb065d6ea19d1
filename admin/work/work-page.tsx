import { CheckCheck, CircleCheckBig } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { WorkItemView } from '../../api/work/work.contract';
import { useMay } from '../../browser/session/use-session';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { CheckBox } from '../design/checkbox';
import { EmptyState } from '../design/empty-state';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { Skeleton } from '../design/skeleton';
import { ListTools } from '../list/list-tools';
import { useArranged } from '../list/use-arranged';
import { useAction } from '../shell/actions';
import { Page } from '../shell/page';
import { useShellSources } from '../shell/sources';
import type { Looked } from '../since/since-looked';
import { SinceLine } from '../since/since-line';
import { useSince } from '../since/use-since';
import { useWords } from '../words';
import { moveBetweenRows } from './move-between-rows';
import { useReachedRow } from './use-reached-row';
import { type WorkFilters, useWork, useWorkFilters, workQueueNames } from './use-work';
import { type Finishing, WorkDialog } from './work-dialog';
import { WorkGroupCard } from './work-group-card';
import { overdueIn } from './work-groups';
import '../list/list.css';
import './work.css';

/** Everything that needs a person, in one place: by cause, with the next action right there. */
export function WorkPage() {
  const say = useWords();
  const now = useNow().getTime();
  const filters = useWorkFilters();
  const work = useWork(filters.filter);
  const [finishing, setFinishing] = useState<Finishing>();
  const { reached, reach, list } = useReachedRow(work.items.map(({ id }) => id));
  const since = useSince(JSON.stringify(filters.filter), work.groups && work.items.map(lookedAt));
  const mayChange = useMay('work.change');
  const finishReached = () => {
    const item = work.items.find(({ id }) => id === reached);
    if (item && mayChange) setFinishing({ item, how: 'finish' });
  };
  useAction({ id: 'work.done', name: say('work.finish.title'), icon: CheckCheck, key: 'e', run: finishReached });
  const overdue = overdueIn(work.items, now);
  return (
    <Page
      area="work"
      title={say('work.title')}
      lead={
        work.groups && (
          <>
            {say('work.lead', { count: work.total })}
            {overdue > 0 && (
              <>
                {' · '}
                <span className="care">{say('work.overdue', { count: overdue })}</span>
              </>
            )}
          </>
        )
      }
      since={<SinceLine since={since} />}
    >
      <WorkBar filters={filters} total={work.groups && work.total} />
      {work.problem && (
        <ProblemNotice
          problem={work.problem}
          actions={
            <Button size="small" onClick={work.again}>
              {say('pieces.retry')}
            </Button>
          }
        />
      )}
      {!work.groups && !work.problem && <Skeleton shape="cards" count={3} />}
      {work.groups?.length === 0 && <Zero filters={filters} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links: arrow keys move between them */}
      <div className="work-groups" ref={list} onKeyDown={moveRows}>
        {work.groups?.map((group) => (
          <WorkGroupCard
            key={group.cause}
            group={group}
            now={now}
            reached={reached}
            changes={since.changes}
            onReach={reach}
            onFinish={setFinishing}
          />
        ))}
      </div>
      {finishing && <WorkDialog finishing={finishing} onChange={setFinishing} />}
    </Page>
  );
}

/** What somebody may have changed of an item: itself, and the appointment that it is about. */
const lookedAt = ({ id, version, appointment }: WorkItemView): Looked => ({
  id,
  parts: { [id]: version, ...(appointment && { [appointment.id]: appointment.version }) },
});

const moveRows = (event: KeyboardEvent<HTMLElement>): void => moveBetweenRows(event, '.work-link');

interface WorkBarProps {
  readonly filters: WorkFilters;
  readonly total: number | undefined;
}

function WorkBar({ filters, total }: WorkBarProps) {
  const say = useWords();
  const arranged = useArranged({ list: 'work', columns: [] });
  const segments = (['all', ...workQueueNames] as const).map((value) => ({
    value,
    name: say(`work.queues.${value}`),
  }));
  return (
    <div className="list-bar">
      <SegmentedControl<'all' | WorkItemView['queue']>
        label={say('work.queues.label')}
        segments={segments}
        value={filters.queue ?? 'all'}
        onChange={(value) => filters.setQueue(value === 'all' ? undefined : value)}
      />
      <CheckBox label={say('work.mine')} checked={filters.mine} onChange={filters.setMine} />
      <ListTools arranged={arranged} asked={{ resource: 'work-items', filter: filters.filter, total }} />
    </div>
  );
}

/** Nothing is left; or nothing here, and something elsewhere. */
function Zero({ filters }: { readonly filters: WorkFilters }) {
  const say = useWords();
  const { counts } = useShellSources();
  const narrowed = filters.queue !== undefined || filters.mine;
  if (narrowed && (counts?.work ?? 0) > 0)
    return (
      <EmptyState
        icon={CheckCheck}
        title={say('work.zeroHere.title')}
        action={<Button onClick={filters.showAll}>{say('work.zeroHere.all')}</Button>}
      >
        {say('work.zeroHere.text')}
      </EmptyState>
    );
  return (
    <EmptyState icon={CircleCheckBig} title={say('work.zero.title')}>
      {say('work.zero.text')}
    </EmptyState>
  );
}
