import { Check, CircleDot, Clock, LogIn, MessageCircle, UserX, X } from 'lucide-react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { IconDrawing } from '../design/icon';
import { Pill, type Tone } from '../design/pill';
import { useWords } from '../words';

const looks: Readonly<Record<AppointmentView['state'], { readonly tone: Tone; readonly icon: IconDrawing }>> = {
  requested: { tone: 'info', icon: Clock },
  scheduled: { tone: 'info', icon: MessageCircle },
  confirmed: { tone: 'good', icon: Check },
  arrived: { tone: 'accent', icon: LogIn },
  in_session: { tone: 'live', icon: CircleDot },
  completed: { tone: 'plain', icon: Check },
  cancelled: { tone: 'plain', icon: X },
  no_show: { tone: 'bad', icon: UserX },
  declined: { tone: 'plain', icon: X },
};

export function AppointmentStatePill({ appointment }: { readonly appointment: Pick<AppointmentView, 'state'> }) {
  const say = useWords();
  return <Pill {...looks[appointment.state]}>{say(`clients.appointments.states.${appointment.state}`)}</Pill>;
}
