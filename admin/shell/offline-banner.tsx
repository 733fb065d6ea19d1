import { CloudOff } from 'lucide-react';
import { useOnline } from '../../browser/use-online';
import { Banner } from '../design/banner';
import { useWords } from '../words';

export function OfflineBanner() {
  const say = useWords();
  if (useOnline()) return null;
  return (
    <Banner tone="care" icon={CloudOff} title={say('shell.offline.title')}>
      {say('shell.offline.text')}
    </Banner>
  );
}
