import { Info } from 'lucide-react';
import { Icon } from '../../admin/design/icon';
import { useWords } from '../words';

/** What was to be confirmed had changed; the page shows it as it is now. */
export function FreshNotice() {
  const say = useWords();
  return (
    <p className="portal-note" role="alert">
      <Icon of={Info} />
      <span>{say('portal.link.fresh')}</span>
    </p>
  );
}
