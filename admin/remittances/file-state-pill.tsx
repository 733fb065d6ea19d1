import { Ban, Check, CircleAlert, Copy, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { FileView } from '../../api/files/file.contract';
import { Pill, type Tone } from '../design/pill';
import { useWords } from '../words';

const looks: Readonly<Record<FileView['state'], { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  stored: { tone: 'live', icon: LoaderCircle },
  written: { tone: 'info', icon: Check },
  read: { tone: 'good', icon: Check },
  quarantined: { tone: 'care', icon: CircleAlert },
  duplicate: { tone: 'plain', icon: Copy },
  dismissed: { tone: 'plain', icon: Ban },
};

export function FileStatePill({ state }: { readonly state: FileView['state'] }) {
  const say = useWords();
  const { tone, icon } = looks[state];
  return (
    <Pill tone={tone} icon={icon}>
      {say(`remittances.file.states.${state}`)}
    </Pill>
  );
}
