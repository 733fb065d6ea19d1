import { type ReactNode, useId } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { Since } from '../since/use-since';
import { useWords } from '../words';
import { type Board, type BoardColumn, boardColumns, isMissing } from './board';
import type { DeskRights } from './card-act';
import type { Deciding } from './decisions';
import { DoneList } from './done-list';
import type { useBoardFocus } from './use-board-focus';
import type { RunAct } from './use-desk-acts';
import { VisitCard } from './visit-card';
import './today.css';

interface DayProps {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
  readonly mine: boolean;
  readonly rights: DeskRights;
  readonly busy: string | undefined;
  /** Cents of the copay that is still to be taken, by appointment. */
  readonly copays: ReadonlyMap<string, number>;
  /** What others changed meanwhile. */
  readonly changes: Since['changes'];
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

interface DayBoardProps extends DayProps {
  readonly board: Board;
  readonly focus: ReturnType<typeof useBoardFocus>;
  /** What stands below the last column. */
  readonly children: ReactNode;
}

/** The people of the day, from expected to done. */
export function DayBoard({ board: of, focus, children, ...day }: DayBoardProps) {
  const { board, reachable, onFocus, onKeyDown } = focus;
  const columns = boardColumns.map((column) => (
    <Column key={column} column={column} rows={of[column]} reachable={reachable} {...day} />
  ));
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its links: arrow keys move between them
    <div className="today-board" ref={board} onFocus={onFocus} onKeyDown={onKeyDown}>
      {columns.slice(0, -1)}
      <div className="today-column">
        {columns.at(-1)}
        {children}
      </div>
    </div>
  );
}

interface ColumnProps extends DayProps {
  readonly column: BoardColumn;
  readonly rows: readonly AppointmentView[];
  readonly reachable: string | undefined;
}

function Column(props: ColumnProps) {
  const say = useWords();
  const id = useId();
  const { column, rows } = props;
  return (
    <section aria-labelledby={id} className="today-column">
      <h2 id={id} className="today-heading row between">
        <span>{say(`today.columns.${column}`)}</span>
        <span className="muted small num">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="today-nobody small muted">{say(`today.nobody.${column}`)}</p>
      ) : (
        <Rows {...props} />
      )}
    </section>
  );
}

function Rows({ column, rows, reachable, busy, graceMinutes, copays, changes, ...rest }: ColumnProps) {
  if (column === 'done') return <DoneList appointments={rows} reachable={reachable} changes={changes} {...rest} />;
  return rows.map((one) => (
    <VisitCard
      key={one.id}
      appointment={one}
      missing={isMissing(one, rest.now, graceMinutes)}
      busy={busy === one.id}
      copayCents={copays.get(one.id)}
      change={changes.get(one.id)}
      reachable={reachable === one.id}
      {...rest}
    />
  ));
}
