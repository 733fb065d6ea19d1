import { Ellipsis, LogIn, LogOut, Play, Square } from 'lucide-react';
import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { isoDay } from '../../browser/iso-day';
import { useSpeech } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { IconButton } from '../design/icon-button';
import type { IconDrawing } from '../design/icon';
import { Menu } from '../design/menu';
import { NoteLink } from '../notes/note-link';
import { useAction } from '../shell/actions';
import type { CardAct } from '../today/card-act';
import { Decisions, type Deciding } from '../today/decisions';
import { useDeskActs } from '../today/use-desk-acts';
import { useDeskRights } from '../today/use-desk-rights';
import { useWords } from '../words';
import { actLooks } from './act-looks';
import { type PageAct, actsOf } from './appointment-acts';
import { useFurtherActs } from './use-further-acts';

const firstIcons: Readonly<Record<CardAct, IconDrawing>> = {
  check_in: LogIn,
  begin: Play,
  complete: Square,
  check_out: LogOut,
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
  const does = useFurtherActs(appointment, run, setDeciding);
  const rare = further.filter((act) => actLooks[act].rare);
  const more = say('today.more', { name: appointment.clientName });
  return (
    <>
      {further
        .filter((act) => !actLooks[act].rare)
        .map((act) => (
          <FurtherButton key={act} act={act} onAct={does[act]} />
        ))}
      <NoteLink appointment={appointment} rights={rights} />
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
                icon: actLooks[act].icon,
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

function FurtherButton({ act, onAct }: { readonly act: PageAct; readonly onAct: () => void }) {
  const say = useWords();
  const { icon, key } = actLooks[act];
  const name = say(`schedule.page.acts.${act}`);
  useAction({ id: `appointment.${act}`, name, icon, ...(key !== undefined && { key }), run: onAct });
  return (
    <Button icon={icon} onClick={onAct} {...(key !== undefined && { keyHint: key.toUpperCase() })}>
      {name}
    </Button>
  );
}
