import { SlidersHorizontal } from 'lucide-react';
import { Button } from '../design/button';
import { Menu } from '../design/menu';
import { useWords } from '../words';
import type { Resource } from './day-columns';
import type { useShownResources } from './use-shown-resources';

const none: readonly Resource[] = [];

/** Whose time is shown. */
export function ResourcesMenu({ clinicians, rooms, shown, isShown, toggle }: ReturnType<typeof useShownResources>) {
  const say = useWords();
  const itemsOf = (resources: readonly Resource[]) =>
    resources.map(({ id, name }) => ({ id, name, checked: isShown(id), onSelect: () => toggle(id) }));
  return (
    <Menu
      label={say('calendar.who')}
      align="end"
      groups={[
        { id: 'clinicians', name: say('calendar.clinicians'), many: true, items: itemsOf(clinicians ?? none) },
        ...(rooms.length > 0 ? [{ id: 'rooms', name: say('calendar.rooms'), many: true, items: itemsOf(rooms) }] : []),
      ]}
      renderTrigger={(trigger) => (
        <Button icon={SlidersHorizontal} {...trigger}>
          {say('calendar.shown', { shown: shown.length, all: (clinicians ?? none).length + rooms.length })}
        </Button>
      )}
    />
  );
}
