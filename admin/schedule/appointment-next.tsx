import { ArrowRight, CircleAlert, Flag } from 'lucide-react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { classes } from '../design/classes';
import { Icon, type IconDrawing } from '../design/icon';
import { VisuallyHidden } from '../design/visually-hidden';
import { useDeskActs } from '../today/use-desk-acts';
import { useDeskRights } from '../today/use-desk-rights';
import { useLine } from '../today/use-line';
import { useWords } from '../words';
import { useNextWords } from './use-next-words';
import './appointment-page.css';

/** What happens next, by the plan that its workflow follows; a message that is due later can go out at once. */
export function AppointmentNext({ appointment }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const now = useNow().getTime();
  const standing = useLine()(appointment, now);
  // a cancellation that is yet to be told is told of first
  const planned = useNextWords()(appointment, now);
  const line = planned && { ...planned, hurry: standing?.hurry ?? false };
  const shown = line ?? standing;
  const below = useBelow(appointment, now);
  const rights = useDeskRights();
  const { busy, run } = useDeskActs();
  const over = line === undefined;
  return (
    <Card
      as="section"
      padded
      className={classes('appointment-next', over && 'appointment-over')}
      {...(shown?.care && { edge: 'care' as const })}
    >
      <Icon of={iconOf(over, shown?.care ?? false)} />
      <div className="grow">
        <h2>
          {!over && <VisuallyHidden>{say('pieces.ahead')} </VisuallyHidden>}
          {shown?.text ?? say('schedule.page.nothingNext')}
        </h2>
        {below.length > 0 && <p className="small muted num">{below.join(' · ')}</p>}
      </div>
      {line?.hurry && rights.change && (
        <Button busy={busy !== undefined} onClick={() => void run(appointment, 'send_now')}>
          {say('today.acts.send_now')}
        </Button>
      )}
    </Card>
  );
}

function iconOf(over: boolean, care: boolean): IconDrawing {
  if (care) return CircleAlert;
  return over ? Flag : ArrowRight;
}

/** Until when changing is free; for what is off, how and why. */
function useBelow(appointment: AppointmentDetail, now: number): readonly string[] {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const { state, cancelReason, changeFreeUntil } = appointment;
  if (state === 'cancelled') {
    const reason = cancelReason === null ? undefined : sayIfKnown(`schedule.cancel.reasons.${cancelReason}`);
    return reason === undefined ? [] : [say('schedule.page.because', { reason })];
  }
  if (state !== 'scheduled' && state !== 'confirmed') return [];
  const when = formats.dayTime(changeFreeUntil);
  return [say(changeFreeUntil > now ? 'schedule.page.freeUntil' : 'schedule.page.freeNoMore', { when })];
}
