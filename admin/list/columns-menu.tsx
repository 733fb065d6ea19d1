import { Columns3 } from 'lucide-react';
import { Button } from '../design/button';
import { Menu } from '../design/menu';
import type { ColumnToggle } from './chosen-columns';

interface ColumnsMenuProps {
  readonly label: string;
  readonly toggles: readonly ColumnToggle[];
  readonly onToggle: (id: string) => void;
}

/** Which columns of a list are shown. */
export const ColumnsMenu = ({ label, toggles, onToggle }: ColumnsMenuProps) => (
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
