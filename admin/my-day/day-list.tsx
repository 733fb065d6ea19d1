import { CalendarDays, Sun } from 'lucide-react';
import { useFormats } from '../../browser/speech';
import { ButtonLink } from '../design/button-link';
import { Card } from '../design/card';
import { EmptyState } from '../design/empty-state';
import type { Since } from '../since/use-since';
import type { DeskRights } from '../today/card-act';
import type { Deciding } from '../today/decisions';
import type { useBoardFocus } from '../today/use-board-focus';
import type { RunAct } from '../today/use-desk-acts';
import { useWords } from '../words';
import type { DayLine } from './day-lines';
import { VisitLine } from './visit-line';
import { upNext } from './visit-standing';

interface DayListProps {
  readonly lines: readonly DayLine[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
  readonly rights: DeskRights;
  /** About whose visit something is under way. */
  readonly busy: string | undefined;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
  readonly focus: ReturnType<typeof useBoardFocus>;
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

/** Her day from top to bottom: visits, what keeps time free, and what lies open in between. */
export function DayList({ lines, focus, busy, changes, ...rest }: DayListProps) {
  const say = useWords();
  const visits = lines.flatMap((line) => (line.kind === 'visit' ? [line.appointment] : []));
  if (visits.length === 0) return <Nobody />;
  const next = upNext(visits, rest.now)?.id;
  const { board, reachable, onFocus, onKeyDown } = focus;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links: arrow keys move between them
    <div ref={board} onFocus={onFocus} onKeyDown={onKeyDown}>
      <Card className="my-day">
        <ol aria-label={say('myDay.visits')}>
          {lines.map((line) =>
            line.kind === 'visit' ? (
              <VisitLine
                key={line.key}
                appointment={line.appointment}
                isNext={line.key === next}
                change={changes.get(line.key)}
                reachable={line.key === reachable}
                busy={busy === line.key}
                {...rest}
              />
            ) : (
              <OpenLine key={line.key} line={line} />
            ),
          )}
        </ol>
      </Card>
    </div>
  );
}

/** Time without a client: kept free, or open. */
function OpenLine({ line }: { readonly line: Exclude<DayLine, { kind: 'visit' }> }) {
  const say = useWords();
  const formats = useFormats();
  return (
    <li className="my-day-open small muted num">
      <span>{formats.time(line.startsAt)}</span>
      <span>
        {line.kind === 'gap'
          ? say('myDay.gap', { until: formats.time(line.endsAt), minutes: line.minutes })
          : `${line.block.title ?? say(`calendar.blocks.${line.block.kind}`)} · ${say('myDay.until', { until: formats.time(line.endsAt) })}`}
      </span>
    </li>
  );
}

function Nobody() {
  const say = useWords();
  return (
    <EmptyState
      icon={Sun}
      title={say('today.empty.mineTitle')}
      action={
        <ButtonLink to="/calendar" icon={CalendarDays}>
          {say('today.empty.calendar')}
        </ButtonLink>
      }
    >
      {say('myDay.nobody')}
    </EmptyState>
  );
}
