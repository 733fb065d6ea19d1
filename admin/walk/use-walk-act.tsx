import type { ReactNode } from 'react';
import { isoDay } from '../../browser/iso-day';
import { useSession } from '../../browser/session/use-session';
import { useFormats, useSpeech } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { ButtonLink } from '../design/button-link';
import { buttonClass } from '../design/button-look';
import { appointmentPath, chargePath, claimPath, notePath } from '../paths';
import { useAppointmentDialogs } from '../schedule/use-appointment-dialogs';
import { useWords } from '../words';
import type { Followed } from './use-followed';
import { useKeptWalk } from './use-kept-walk';
import type { Doing } from './walk-steps';

interface WalkAct {
  readonly title: string;
  readonly text: string;
  /** Leads to where it is done. */
  readonly act: ReactNode;
}

/** Near enough to check in today, far enough that a text still goes out. */
const soonMs = 90 * 60_000;

/** The next thing in words, and the way to it. */
export function useWalkAct({ appointment, charge, sandboxUrl }: Followed, doing: Doing): WalkAct {
  const say = useWords();
  const formats = useFormats();
  const { zone } = useSpeech();
  const now = useNow().getTime();
  const { begin } = useKeptWalk();
  const { book, move } = useAppointmentDialogs();
  const me = useSession();
  const name = appointment?.clientName ?? '';
  const clinician = appointment?.clinicianName ?? '';
  const said = doing === 'look' && sandboxUrl === null ? 'sent' : doing;

  const path = (): string => {
    if (!appointment || doing === 'look') return '/messages';
    const own = appointmentPath(appointment.id);
    if (doing === 'arrive' || doing === 'begin' || doing === 'end')
      return isoDay(appointment.startsAt, zone) === isoDay(now, zone) ? '/today' : own;
    if (doing === 'write' && appointment.visit) return notePath(appointment.visit.id);
    if (doing === 'approve' && charge) return chargePath(charge);
    if (doing === 'send') return '/claims';
    return doing === 'wait' && charge?.claim ? claimPath(charge.claim.id) : own;
  };
  const act = (): ReactNode => {
    const words = say(`walk.says.${said}.act`);
    if (doing === 'book' || doing === 'again') {
      const bookOne = () => {
        if (doing === 'again') begin();
        const mine = me?.capabilities.includes('notes.write') ? { staffId: me.person.membershipId } : {};
        book({ ...mine, near: now + soonMs });
      };
      return (
        <Button size="small" kind="primary" onClick={bookOne}>
          {words}
        </Button>
      );
    }
    if (doing === 'tooEarly' && appointment)
      return (
        <Button size="small" kind="primary" onClick={() => move(appointment.id)}>
          {words}
        </Button>
      );
    if (said === 'look' && sandboxUrl !== null)
      return (
        <a
          className={buttonClass({ size: 'small', kind: 'primary' })}
          href={sandboxUrl}
          target="_blank"
          rel="noreferrer"
        >
          {words}
        </a>
      );
    return (
      <ButtonLink size="small" kind="primary" to={path()}>
        {words}
      </ButtonLink>
    );
  };
  const params = { name, clinician, when: appointment ? formats.dayTime(appointment.startsAt) : '' };
  return { title: say(`walk.says.${said}.title`, params), text: say(`walk.says.${said}.text`, params), act: act() };
}
