import { Columns3 } from 'lucide-react';
import { Button } from '../design/button';
import { Menu } from '../design/menu';
import { useWords } from '../words';
import type { ColumnToggle } from './chosen-columns';

interface ColumnsMenuProps {
  readonly toggles: readonly ColumnToggle[];
  readonly onToggle: (id: string) => void;
}

/** Which columns of a list are shown. */
export function ColumnsMenu({ toggles, onToggle }: ColumnsMenuProps) {
  const label = useWords()('lists.columns');
  return (
    <Menu
      label={label}
      align="end"
      groups={[
        {
          id: 'columns',
          many: true,
          items: toggles.map(({ id, name, shown }) => ({ id, name, checked: shown, onSelect: () => onToggle(id) })),
        },
      ]}
      renderTrigger={(trigger) => (
        <Button icon={Columns3} {...trigger}>
          {label}
        </Button>
      )}
    />
  );
}
