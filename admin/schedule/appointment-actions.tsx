import {
  CalendarClock,
  CalendarPlus,
  CalendarX,
  Check,
  DoorOpen,
  Ellipsis,
  Eye,
  LogIn,
  LogOut,
  Play,
  Square,
  Undo2,
  UserCheck,
  UserX,
} from 'lucide-react';
import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { isoDay } from '../../browser/iso-day';
import { useSpeech } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { IconButton } from '../design/icon-button';
import type { IconDrawing } from '../design/icon';
import { Menu } from '../design/menu';
import { useAction } from '../shell/actions';
import type { CardAct } from '../today/card-act';
import { Decisions, type Deciding } from '../today/decisions';
import { type RunAct, useDeskActs } from '../today/use-desk-acts';
import { useDeskRights } from '../today/use-desk-rights';
import { useWords } from '../words';
import { type PageAct, actsOf } from './appointment-acts';
import { useAppointmentDialogs } from './use-appointment-dialogs';

const firstIcons: Readonly<Record<CardAct, IconDrawing>> = {
  check_in: LogIn,
  begin: Play,
  complete: Square,
  check_out: LogOut,
};

/** What each further act looks like, and its key where it has one. */
const looks: Readonly<Record<PageAct, { readonly icon: IconDrawing; readonly key?: string; readonly rare?: true }>> = {
  see: { icon: Eye },
  confirm: { icon: Check },
  missed: { icon: UserX },
  move: { icon: CalendarClock, key: 'm' },
  cancel: { icon: CalendarX, key: 'x' },
  came: { icon: UserCheck },
  left: { icon: DoorOpen, rare: true },
  restore: { icon: Undo2 },
  next: { icon: CalendarPlus, rare: true },
};

/** What this person may do about the appointment as it stands: the one next act, what is usual, the rest behind the dots. */
export function AppointmentActions({ appointment }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const { zone } = useSpeech();
  const now = useNow().getTime();
  const rights = useDeskRights();
  const { busy, run } = useDeskActs();
  const [deciding, setDeciding] = useState<Deciding['what']>();
  const dayHasCome = isoDay(appointment.startsAt, zone) <= isoDay(now, zone);
  const { first, further } = actsOf(appointment, rights, { now, dayHasCome });
  const does = useFurther(appointment, run, setDeciding);
  const rare = further.filter((act) => looks[act].rare);
  const more = say('today.more', { name: appointment.clientName });
  return (
    <>
      {further
        .filter((act) => !looks[act].rare)
        .map((act) => (
          <FurtherButton key={act} act={act} onAct={does[act]} />
        ))}
      {first && (
        <Button
          kind="primary"
          icon={firstIcons[first]}
          busy={busy !== undefined}
          onClick={() => void run(appointment, first)}
        >
          {say(`today.acts.${first}`)}
        </Button>
      )}
      {rare.length > 0 && (
        <Menu
          label={more}
          align="end"
          groups={[
            {
              id: 'more',
              items: rare.map((act) => ({
                id: act,
                name: say(`schedule.page.acts.${act}`),
                icon: looks[act].icon,
                onSelect: does[act],
              })),
            },
          ]}
          renderTrigger={(trigger) => <IconButton icon={Ellipsis} label={more} {...trigger} />}
        />
      )}
      {deciding && (
        <Decisions
          what={deciding}
          appointment={appointment}
          busy={busy !== undefined}
          onAct={run}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  );
}

function useFurther(
  appointment: AppointmentDetail,
  run: RunAct,
  decide: (what: Deciding['what']) => void,
): Readonly<Record<PageAct, () => void>> {
  const dialogs = useAppointmentDialogs();
  const { id, clientId, clinicianId } = appointment;
  return {
    see: () => void run(appointment, 'see'),
    confirm: () => void run(appointment, 'confirm'),
    missed: () => decide('missed'),
    came: () => decide('came'),
    left: () => decide('left'),
    move: () => dialogs.move(id),
    cancel: () => dialogs.cancel(id),
    restore: () => dialogs.restore(id),
    next: () => dialogs.book({ clientId, staffId: clinicianId }),
  };
}

function FurtherButton({ act, onAct }: { readonly act: PageAct; readonly onAct: () => void }) {
  const say = useWords();
  const { icon, key } = looks[act];
  const name = say(`schedule.page.acts.${act}`);
  useAction({ id: `appointment.${act}`, name, icon, ...(key !== undefined && { key }), run: onAct });
  return (
    <Button icon={icon} onClick={onAct} {...(key !== undefined && { keyHint: key.toUpperCase() })}>
      {name}
    </Button>
  );
}
