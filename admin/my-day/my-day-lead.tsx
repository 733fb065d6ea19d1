import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useWords } from '../words';

interface MyDayLeadProps {
  readonly visits: readonly AppointmentView[];
  /** Notes that are not signed, of any day. */
  readonly owed: number;
}

/** Her day in one line: how many, how far, and how many notes wait. */
export function MyDayLead({ visits, owed }: MyDayLeadProps) {
  const say = useWords();
  const booked = visits.filter(({ state }) => state !== 'cancelled' && state !== 'declined');
  const done = booked.filter(({ state }) => state === 'completed');
  return (
    <span className="num">
      {say('today.visits', { count: booked.length })}
      {' · '}
      {say('today.done', { count: done.length })}
      {' · '}
      <span className={owed > 0 ? 'care' : ''}>{say('myDay.owed', { count: owed })}</span>
    </span>
  );
}
