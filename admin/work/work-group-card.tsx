import {
  CalendarClock,
  CircleHelp,
  FilePen,
  FileQuestion,
  FileSearch,
  FileWarning,
  FileX,
  Gavel,
  Hourglass,
  KeyRound,
  type LucideIcon,
  MailQuestionMark,
  MailX,
  OctagonAlert,
  PackageSearch,
  PackageX,
  PenLine,
  Scale,
  Send,
  ShieldAlert,
  Undo2,
  Unplug,
  UserLock,
  UserX,
  ZapOff,
} from 'lucide-react';
import { useId } from 'react';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { Pill } from '../design/pill';
import type { Since } from '../since/use-since';
import { useWords } from '../words';
import type { Finishing } from './work-dialog';
import { useWorkTimes } from './use-work-times';
import type { WorkGroup } from './work-groups';
import { WorkItem } from './work-item';
import './work.css';

const icons: Readonly<Record<WorkGroup['cause'], LucideIcon>> = {
  message_unknown: CircleHelp,
  message_refused: MailX,
  client_missing: UserX,
  step_repeats: OctagonAlert,
  order_lapsed: ZapOff,
  outbox_parked: FileWarning,
  vendor_refuses_us: KeyRound,
  note_unsigned: PenLine,
  charge_incomplete: FilePen,
  claim_blocked: ShieldAlert,
  claim_rejected: Undo2,
  claim_batch_stuck: Send,
  claim_batch_returned: PackageX,
  batch_order_lapsed: UserLock,
  clearinghouse_silent: Unplug,
  edi_file_quarantined: FileSearch,
  claim_denied: Gavel,
  claim_unacknowledged: MailQuestionMark,
  claim_unreceived: PackageSearch,
  claim_unanswered: Hourglass,
  appeal_unanswered: Hourglass,
  claim_filing_due: CalendarClock,
  claim_correction_due: CalendarClock,
  claim_appeal_due: CalendarClock,
  claim_rest: Scale,
  remittance_review: FileQuestion,
  remittance_quarantined: FileX,
};

interface WorkGroupCardProps {
  readonly group: WorkGroup;
  readonly now: number;
  readonly reached: string | undefined;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
  readonly onReach: (id: string) => void;
  readonly onFinish: (finishing: Finishing) => void;
}

/** Work of one cause: why it is here, and each of it with its next action. */
export function WorkGroupCard({ group, now, reached, changes, onReach, onFinish }: WorkGroupCardProps) {
  const say = useWords();
  const id = useId();
  const formats = useFormats();
  const times = useWorkTimes(now);
  const { cause, items, oldestAt, dueAt } = group;
  const due = times.due(dueAt);
  return (
    <Card as="section" className="work-group" aria-labelledby={id}>
      <header>
        <Icon of={icons[cause]} />
        <div className="grow">
          <h2 id={id}>
            {say(`work.causes.${cause}`)} <Pill>{items.length}</Pill>
          </h2>
          <p className="small muted">{say(`work.why.${cause}`)}</p>
        </div>
        <p className="small muted num work-group-times">
          {say('work.oldest', { when: formats.fromNow(oldestAt, now) })}
          {due && (
            <>
              {' · '}
              <span className={due.late ? 'care' : ''}>{due.text}</span>
            </>
          )}
        </p>
      </header>
      <ul>
        {items.map((item) => (
          <WorkItem
            key={item.id}
            item={item}
            now={now}
            change={changes.get(item.id)}
            reachable={item.id === reached}
            onReach={onReach}
            onFinish={onFinish}
          />
        ))}
      </ul>
    </Card>
  );
}
