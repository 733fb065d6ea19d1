import { CalendarClock, Ellipsis, HandCoins, NotebookPen, User } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useMay } from '../../browser/session/use-session';
import { TakeAtVisit } from '../balances/take-at-visit';
import { IconButton } from '../design/icon-button';
import { Menu, type MenuItem } from '../design/menu';
import { noteStepOf } from '../notes/note-step';
import { appointmentPath, clientPath, notePath } from '../paths';
import { actLooks } from '../schedule/act-looks';
import { type PageAct, actsOf } from '../schedule/appointment-acts';
import { useFurtherActs } from '../schedule/use-further-acts';
import { useWords } from '../words';
import type { DeskRights } from './card-act';
import type { Deciding } from './decisions';
import type { RunAct } from './use-desk-acts';

interface CardMenuProps {
  readonly appointment: AppointmentView;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly rights: DeskRights;
  /** Whether Tab comes to it: where many stand close, to that of the reached one alone. */
  readonly tabbable?: boolean;
  /** What has a button of its own beside the menu. */
  readonly without?: readonly PageAct[];
  readonly onAct: RunAct;
  readonly onDecide: (deciding: Deciding) => void;
}

const none: readonly PageAct[] = [];

/** Behind the dots: whatever else can be done about a visit. */
export function CardMenu(props: CardMenuProps) {
  const { appointment, now, rights, tabbable = true, without = none, onAct, onDecide } = props;
  const say = useWords();
  const go = useNavigate();
  const { id, clientId, clientName, visit } = appointment;
  const note = noteStepOf(appointment, rights);
  const mayTake = useMay('payments.take');
  const [taking, setTaking] = useState(false);
  const does = useFurtherActs(appointment, onAct, (what) => onDecide({ what, appointment }));
  const label = say('today.more', { name: clientName });
  const open: readonly MenuItem[] = [
    {
      id: 'appointment',
      name: say('today.menu.appointment'),
      icon: CalendarClock,
      onSelect: () => void go(appointmentPath(id)),
    },
    { id: 'client', name: say('today.menu.client'), icon: User, onSelect: () => void go(clientPath(clientId)) },
    ...(visit && mayTake
      ? [
          {
            id: 'payment',
            name: say('balances.take.action'),
            icon: HandCoins,
            onSelect: () => setTaking(true),
          },
        ]
      : []),
    ...(visit && note
      ? [
          {
            id: 'note',
            name: say(`notes.step.${note}`),
            icon: NotebookPen,
            onSelect: () => void go(notePath(visit.id)),
          },
        ]
      : []),
  ];
  const further = actsOf(appointment, rights, { now, dayHasCome: true })
    .further.filter((act) => !without.includes(act))
    .map((act): MenuItem => ({
      id: act,
      name: say(`schedule.page.acts.${act}`),
      icon: actLooks[act].icon,
      danger: act === 'cancel' || act === 'left',
      onSelect: does[act],
    }));
  return (
    <>
      <Menu
        label={label}
        align="end"
        groups={[{ id: 'open', items: open }, ...(further.length > 0 ? [{ id: 'further', items: further }] : [])]}
        renderTrigger={(trigger) => (
          <IconButton icon={Ellipsis} size="small" label={label} tabIndex={tabbable ? 0 : -1} {...trigger} />
        )}
      />
      {taking && visit && <TakeAtVisit clientId={clientId} visitId={visit.id} onClose={() => setTaking(false)} />}
    </>
  );
}
