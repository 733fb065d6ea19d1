import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { AreaId } from '../areas';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { useWords } from '../words';

export interface Crumb {
  /** Left out for the page itself. */
  readonly to?: string;
  readonly name: string;
}

interface PageProps {
  /** Names the window. The browser keeps window titles in its history, so they never hold what is on the page. */
  readonly area: AreaId;
  readonly title: ReactNode;
  /** One line below the title. */
  readonly lead?: ReactNode;
  /** What others changed meanwhile, in a place that is kept for it. */
  readonly since?: ReactNode;
  /** What this page lies in, from the area down. */
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const none: readonly Crumb[] = [];

/** What every page begins with. */
export function Page({ area, title, lead, since, crumbs = none, actions, children }: PageProps) {
  const say = useWords();
  useWindowTitle(say(`shell.areas.${area}`));
  return (
    <div className="page">
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className="page-head">
        <div className="grow">
          <h1>{title}</h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
          {since}
        </div>
        {actions !== undefined && <div className="row wrap">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export function useWindowTitle(part: string): void {
  const say = useWords();
  const title = `${part} · ${say('shell.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const say = useWords();
  return (
    <nav aria-label={say('shell.crumbs')}>
      <ol className="page-crumbs">
        {crumbs.map((crumb, index) => (
          <li key={crumb.name}>
            {index > 0 && <Icon of={ChevronRight} size="small" />}
            {crumb.to === undefined ? crumb.name : <Link to={crumb.to}>{crumb.name}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
