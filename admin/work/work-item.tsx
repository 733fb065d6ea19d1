import { memo } from 'react';
import type { WorkItemView } from '../../api/work/work.contract';
import { Link } from '../design/link';
import { useSession } from '../../browser/session/use-session';
import { ChangedMark } from '../since/changed-mark';
import type { Change } from '../since/since-looked';
import { useWords } from '../words';
import { LeaveMessage } from './call-link';
import type { Finishing } from './work-dialog';
import { useWorkSentence } from './use-work-sentence';
import { useWorkTimes } from './use-work-times';
import { WorkItemActions } from './work-item-actions';
import { workPath } from './work-path';
import './work.css';

interface WorkItemProps {
  readonly item: WorkItemView;
  readonly now: number;
  /** What others did to it meanwhile. */
  readonly change: Change | undefined;
  /** Whether Tab reaches its link; the arrow keys reach the others. */
  readonly reachable: boolean;
  readonly onReach: (id: string) => void;
  readonly onFinish: (finishing: Finishing) => void;
}

/** One thing that needs a person: who, what happened, whose it is, and what to do about it. */
export const WorkItem = memo(function WorkItem({ item, now, change, reachable, onReach, onFinish }: WorkItemProps) {
  const say = useWords();
  const sentence = useWorkSentence()(item);
  return (
    <li className="work-item" {...(change && { 'data-changed': change })}>
      <div className="grow">
        <Link
          className="work-link"
          to={workPath(item)}
          tabIndex={reachable ? 0 : -1}
          onFocus={() => onReach(item.id)}
          data-row={item.id}
        >
          {item.clientName ?? say(`work.causes.${item.cause}`)}
        </Link>
        <ChangedMark change={change} />
        <p className="soft">
          {sentence.happened} {sentence.why}
        </p>
        <Facts item={item} now={now} />
      </div>
      <WorkItemActions item={item} onFinish={onFinish} />
    </li>
  );
});

function Facts({ item, now }: { readonly item: WorkItemView; readonly now: number }) {
  const say = useWords();
  const times = useWorkTimes(now);
  const me = useSession()?.person.membershipId;
  const due = times.due(item.dueAt);
  const whose = (): string => {
    if (item.ownerId === null) return say('work.whose.nobody');
    return item.ownerId === me ? say('work.whose.you') : (item.ownerName ?? '');
  };
  return (
    <p className="small muted num">
      {due && (
        <>
          <span className={due.late ? 'care' : ''}>{due.text}</span>
          {' · '}
        </>
      )}
      {say('work.since', { when: times.short(item.openedAt) })}
      {' · '}
      {whose()}
      {item.phone && (
        <>
          {' · '}
          <LeaveMessage phone={item.phone} />
        </>
      )}
    </p>
  );
}
