import { ColumnsMenu } from './columns-menu';
import type { Arranged } from './use-arranged';
import { ViewsMenu } from './views-menu';
import './list.css';

/** What stands at the end of a list's bar: its views and its columns. */
export const ListTools = ({ arranged }: { readonly arranged: Arranged }) => (
  <div className="list-tools">
    <ViewsMenu views={arranged.views} />
    {arranged.toggles.length > 0 && <ColumnsMenu toggles={arranged.toggles} onToggle={arranged.toggle} />}
  </div>
);
