import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useWords } from '../words';
import { type Board, behind, isMissing } from './board';

interface TodayLeadProps {
  readonly board: Board;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
}

const mostBehind = 2;

/** The day in one line: how many, how far, and what is not as it should be. */
export function TodayLead({ board, now, graceMinutes }: TodayLeadProps) {
  const say = useWords();
  const all = Object.values(board).flat();
  const count = (state: AppointmentView['state']) => all.filter((one) => one.state === state).length;
  const missing = board.expected.filter((one) => isMissing(one, now, graceMinutes)).length;
  const noShows = count('no_show');
  const facts = [
    say('today.visits', { count: all.length - count('cancelled') }),
    say('today.done', { count: board.done.filter(({ state }) => state === 'completed').length }),
    ...(noShows > 0 ? [say('today.noShows', { count: noShows })] : []),
  ];
  const cares = [
    ...(missing > 0 ? [say('today.missing', { count: missing })] : []),
    ...behind(all, now)
      .slice(0, mostBehind)
      .map(({ clinicianName, minutes }) => say('today.behind', { clinician: clinicianName, minutes })),
  ];
  return (
    <>
      {facts.join(' · ')}
      {cares.map((care) => (
        <span key={care}>
          {' · '}
          <span className="care">{care}</span>
        </span>
      ))}
    </>
  );
}
