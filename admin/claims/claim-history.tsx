import {
  BadgeCheck,
  Ban,
  BookX,
  Check,
  CheckCheck,
  CircleCheck,
  FilePen,
  FilePlus,
  Gavel,
  Landmark,
  type LucideIcon,
  MailCheck,
  Megaphone,
  PenLine,
  Send,
  ShieldAlert,
  Undo2,
  UserCheck,
} from 'lucide-react';
import { useId } from 'react';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { Card } from '../design/card';
import { Timeline } from '../design/timeline';
import { markOf } from '../since/changed-mark';
import type { Since } from '../since/use-since';
import { useWords } from '../words';
import { useAheadWords } from './use-ahead-words';
import { happeningId } from './use-claim-since';
import { useHistoryWords } from './use-history-words';

const icons: Readonly<Record<string, LucideIcon>> = {
  made: FilePlus,
  visit_ended: UserCheck,
  note_signed: PenLine,
  submitted: Send,
  format_accepted: CheckCheck,
  received: MailCheck,
  accepted: CircleCheck,
  rejected: Undo2,
  blocked: ShieldAlert,
  adjudicated: Landmark,
  denied: Gavel,
  reversed: Undo2,
  corrected: FilePen,
  void_asked: Ban,
  voided: Ban,
  closed: BookX,
  appealed: Megaphone,
  withdrawn: BadgeCheck,
};
const bad: ReadonlySet<string> = new Set(['rejected', 'blocked', 'denied']);

/** What happens next with the claim, and everything that happened to it. */
export function ClaimHistory({
  claim,
  changes,
}: {
  readonly claim: ClaimDetailView;
  readonly changes: Since['changes'];
}) {
  const say = useWords();
  const ids = { next: useId(), past: useId() };
  const words = useHistoryWords(claim.payerName);
  const ahead = useAheadWords(claim);
  return (
    <Card as="aside" padded className="stack" aria-label={say('claims.page.happened')}>
      <h2 id={ids.next}>{say('claims.page.next')}</h2>
      <Timeline tense="ahead" entries={ahead} labelledBy={ids.next} />
      <h2 id={ids.past}>{say('claims.page.happened')}</h2>
      <Timeline
        tense="past"
        labelledBy={ids.past}
        entries={claim.history.map((event) => ({
          id: happeningId(event),
          icon: icons[event.kind] ?? Check,
          bad: bad.has(event.kind),
          mark: markOf(changes.get(happeningId(event))),
          ...words(event),
        }))}
      />
    </Card>
  );
}
