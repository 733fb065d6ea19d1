import { useListContext } from 'react-admin';
import { ColumnsMenu } from './columns-menu';
import { type Asked, ExportButton } from './export-button';
import type { Arranged } from './use-arranged';
import { ViewsMenu } from './views-menu';
import './list.css';

interface ListToolsProps {
  readonly arranged: Arranged;
  readonly asked: Asked;
}

/** What stands at the end of a list's bar: its views, its columns, and the list as a file. */
export const ListTools = ({ arranged, asked }: ListToolsProps) => (
  <div className="list-tools">
    <ViewsMenu views={arranged.views} />
    {arranged.toggles.length > 0 && <ColumnsMenu toggles={arranged.toggles} onToggle={arranged.toggle} />}
    <ExportButton asked={asked} />
  </div>
);

/** Those of the `MemoryList` around it. */
export function MemoryListTools({ arranged }: Pick<ListToolsProps, 'arranged'>) {
  const { resource, filter, filterValues, sort, total } = useListContext();
  return (
    <ListTools
      arranged={arranged}
      asked={{ resource, filter: { ...(filterValues as object), ...(filter as object) }, sort, total }}
    />
  );
}
