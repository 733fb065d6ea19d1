import { Calendar1, CalendarDays, CalendarRange, List } from 'lucide-react';
import { SegmentedControl } from '../design/segmented-control';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { type View, views } from './views';

const looks = {
  day: { icon: Calendar1, key: 'd' },
  week: { icon: CalendarRange, key: 'w' },
  // `m` moves an appointment
  month: { icon: CalendarDays, key: 'o' },
  list: { icon: List, key: 'l' },
} as const;

interface ViewSwitchProps {
  readonly view: View;
  readonly onChoose: (view: View) => void;
}

/** Day, week, month or list; each by its key too. */
export function ViewSwitch({ view, onChoose }: ViewSwitchProps) {
  const say = useWords();
  return (
    <>
      <SegmentedControl
        label={say('calendar.view')}
        segments={views.map((value) => ({ value, name: say(`calendar.views.${value}`) }))}
        value={view}
        onChange={onChoose}
      />
      {views.map((one) => (
        <ViewKey key={one} view={one} onChoose={onChoose} />
      ))}
    </>
  );
}

function ViewKey({ view, onChoose }: ViewSwitchProps) {
  const say = useWords();
  const { icon, key } = looks[view];
  useAction({
    id: `calendar.view.${view}`,
    name: say(`calendar.viewKeys.${view}`),
    icon,
    key,
    run: () => onChoose(view),
  });
  return null;
}
