import { CircleCheckBig, CloudOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useOnline } from '../../browser/use-online';
import { Banner } from '../../admin/design/banner';
import { Icon } from '../../admin/design/icon';
import { Link } from '../../admin/design/link';
import { useWords } from '../words';
import { CrisisLine } from './crisis-line';
import './portal.css';

interface FrameProps {
  /** At the end of the top line: the account. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** What every page of the portal stands in. The window's title never says more than the name of the product. */
export function Frame({ end, children }: FrameProps) {
  const say = useWords();
  const online = useOnline();
  useEffect(() => {
    document.title = say('portal.name');
  }, [say]);
  return (
    <div className="portal">
      <header className="portal-head">
        <Link to="/" className="portal-brand">
          <Icon of={CircleCheckBig} size="big" />
          {say('portal.name')}
        </Link>
        {end}
      </header>
      <main className="portal-main" id="main" tabIndex={-1}>
        {!online && <Banner tone="care" icon={CloudOff} title={say('portal.offline')} />}
        {children}
      </main>
      <CrisisLine />
    </div>
  );
}
