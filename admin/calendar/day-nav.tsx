import { ChevronLeft, ChevronRight } from 'lucide-react';
import { isDay } from '../../browser/iso-day';
import { Button } from '../design/button';
import { IconButton } from '../design/icon-button';
import { DateInput } from '../design/text-input';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import type { useShownDay } from './use-shown-day';

/** To the day before, to today, to the day after, to any. */
export function DayNav({ day, today, go, step }: ReturnType<typeof useShownDay>) {
  const say = useWords();
  const back = () => step(-1);
  const on = () => step(1);
  useAction({ id: 'calendar.previous', name: say('calendar.previousKey'), icon: ChevronLeft, key: 'p', run: back });
  useAction({ id: 'calendar.next', name: say('calendar.nextKey'), icon: ChevronRight, key: 'n', run: on });
  return (
    <div className="cal-nav">
      <IconButton icon={ChevronLeft} label={say('calendar.previous')} onClick={back} aria-keyshortcuts="p" />
      <Button onClick={() => go(today)} {...(day === today && { 'aria-current': 'date' as const })}>
        {say('calendar.today')}
      </Button>
      <IconButton icon={ChevronRight} label={say('calendar.next')} onClick={on} aria-keyshortcuts="n" />
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
