import { CalendarCheck, ChevronLeft, ChevronRight } from 'lucide-react';
import { isDay } from '../../browser/iso-day';
import { Button } from '../design/button';
import { IconButton } from '../design/icon-button';
import { DateInput } from '../design/text-input';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import type { ShownDay } from './use-shown-day';
import type { View } from './views';

/** Back and on by as much as is shown, to today, to any day. */
export function DayNav({ day, today, go, step, view }: ShownDay & { readonly view: View }) {
  const say = useWords();
  const back = () => step(-1);
  const on = () => step(1);
  const toToday = () => go(today);
  const [before, after] = [say(`calendar.before.${view}`), say(`calendar.after.${view}`)];
  useAction({ id: 'calendar.previous', name: before, icon: ChevronLeft, key: 'p', run: back });
  useAction({ id: 'calendar.next', name: after, icon: ChevronRight, key: 'n', run: on });
  useAction({ id: 'calendar.today', name: say('calendar.today'), icon: CalendarCheck, key: 't', run: toToday });
  return (
    <div className="cal-nav">
      <IconButton icon={ChevronLeft} label={before} onClick={back} aria-keyshortcuts="p" />
      <Button onClick={toToday} aria-keyshortcuts="t" {...(day === today && { 'aria-current': 'date' as const })}>
        {say('calendar.today')}
      </Button>
      <IconButton icon={ChevronRight} label={after} onClick={on} aria-keyshortcuts="n" />
      <span className="cal-date">
        <DateInput
          aria-label={say('calendar.goTo')}
          value={day}
          onChange={(text) => {
            if (isDay(text)) go(text); // while it is being typed it is none
          }}
        />
      </span>
    </div>
  );
}
