import { Building2, Check, Clock, MessageCircle, Video, X } from 'lucide-react';
import type { IconDrawing } from '../../admin/design/icon';
import { Pill, type Tone } from '../../admin/design/pill';
import { useWords } from '../words';
import type { ShownAppointment, Standing } from './standing';

const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconDrawing }>> = {
  requested: { tone: 'info', icon: Clock },
  scheduled: { tone: 'info', icon: MessageCircle },
  confirmed: { tone: 'good', icon: Check },
  arrived: { tone: 'good', icon: Check },
  in_session: { tone: 'live', icon: Clock },
  completed: { tone: 'plain', icon: Check },
  cancelled: { tone: 'bad', icon: X },
  no_show: { tone: 'plain', icon: Clock },
  declined: { tone: 'bad', icon: X },
  over: { tone: 'plain', icon: Clock },
};

export function StandingPill({ standing }: { readonly standing: Standing }) {
  const say = useWords();
  return <Pill {...looks[standing]}>{say(`portal.state.${standing}`)}</Pill>;
}

export function ModalityPill({ modality }: Pick<ShownAppointment, 'modality'>) {
  const say = useWords();
  const video = modality === 'telehealth';
  return (
    <Pill tone={video ? 'live' : 'plain'} icon={video ? Video : Building2}>
      {say(`portal.modality.${modality}`)}
    </Pill>
  );
}
