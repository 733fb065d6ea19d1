import {
  CalendarClock,
  CalendarPlus,
  CalendarX,
  Check,
  DoorOpen,
  Ellipsis,
  Undo2,
  User,
  UserCheck,
} from 'lucide-react';
import { useNavigate } from 'react-router';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { IconButton } from '../design/icon-button';
import { Menu, type MenuItem } from '../design/menu';
import { appointmentPath, clientPath } from '../paths';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useWords } from '../words';
import type { DeskRights } from './card-act';
import type { Deciding } from './decisions';
import type { RunAct } from './use-desk-acts';

interface CardMenuProps {
  readonly appointment: AppointmentView;
  readonly rights: DeskRights;
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

/** Behind the dots: whatever else can be done about a visit. */
export function CardMenu(props: CardMenuProps) {
  const say = useWords();
  const go = useNavigate();
  const { id, clientId, clientName } = props.appointment;
  const changes = useChanges(props);
  const label = say('today.more', { name: clientName });
  const open: readonly MenuItem[] = [
    {
      id: 'appointment',
      name: say('today.menu.appointment'),
      icon: CalendarClock,
      onSelect: () => void go(appointmentPath(id)),
    },
    { id: 'client', name: say('today.menu.client'), icon: User, onSelect: () => void go(clientPath(clientId)) },
  ];
  return (
    <Menu
      label={label}
      align="end"
      groups={[{ id: 'open', items: open }, ...(changes.length > 0 ? [{ id: 'change', items: changes }] : [])]}
      renderTrigger={(trigger) => <IconButton icon={Ellipsis} size="small" label={label} {...trigger} />}
    />
  );
}

function useChanges({ appointment, rights, onAct, onDecide }: CardMenuProps): readonly MenuItem[] {
  const say = useWords();
  const dialogs = useAppointmentDialogs();
  const { id, clientId, clinicianId, state, visit } = appointment;
  const ahead = state === 'scheduled' || state === 'confirmed';
  const all: readonly (MenuItem | false)[] = [
    state === 'scheduled' &&
      rights.change && {
        id: 'confirm',
        name: say('today.menu.confirm'),
        icon: Check,
        onSelect: () => void onAct(appointment, 'confirm'),
      },
    ahead &&
      rights.change && {
        id: 'move',
        name: say('today.menu.move'),
        icon: CalendarClock,
        onSelect: () => dialogs.move(id),
      },
    ahead &&
      rights.change && {
        id: 'cancel',
        name: say('today.menu.cancel'),
        icon: CalendarX,
        danger: true,
        onSelect: () => dialogs.cancel(id),
      },
    state === 'no_show' &&
      rights.checkIn && {
        id: 'came',
        name: say('today.menu.came'),
        icon: UserCheck,
        onSelect: () => onDecide({ what: 'came', appointment }),
      },
    visit?.state === 'waiting' &&
      rights.checkIn && {
        id: 'left',
        name: say('today.menu.left'),
        icon: DoorOpen,
        danger: true,
        onSelect: () => onDecide({ what: 'left', appointment }),
      },
    (state === 'no_show' || state === 'cancelled') &&
      rights.change && {
        id: 'restore',
        name: say('today.menu.restore'),
        icon: Undo2,
        onSelect: () => dialogs.restore(id),
      },
    !ahead &&
      rights.change && {
        id: 'next',
        name: say('today.menu.next'),
        icon: CalendarPlus,
        onSelect: () => dialogs.book({ clientId, staffId: clinicianId }),
      },
  ];
  return all.filter((item) => item !== false);
}
