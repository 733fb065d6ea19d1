import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { classes } from '../design/classes';
import { whoColor } from '../design/clinician-dot';
import { Link } from '../design/link';
import { VisuallyHidden } from '../design/visually-hidden';
import { appointmentPath } from '../paths';
import { CardMenu } from '../today/card-menu';
import { type Held, movable } from './day-columns';
import type { DayHandlers } from './day-handlers';
import { placeBesideOf } from './grid-place';
import type { Scale } from './scale';
import type { Stretch } from './shown-hours';
import type { Placed } from './side-by-side';
import { useEventState } from './use-event-state';
import { useHeldWords } from './use-held-words';

interface HeldBoxProps extends DayHandlers {
  readonly held: Placed<Held>;
  readonly scale: Scale;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly graceMinutes: number;
  readonly reachable: boolean;
  /** Its ghost stands where it would be. */
  readonly isDragged: boolean;
}

/** What holds time in a column, as high as it is long. */
export function HeldBox(props: HeldBoxProps) {
  const { held } = props;
  if (held.kind === 'appointment') return <EventBox {...props} appointment={held.appointment} />;
  return <BlockBox {...props} />;
}

function EventBox({ appointment, ...props }: HeldBoxProps & { readonly appointment: AppointmentView }) {
  const { held, scale, now, graceMinutes, reachable, isDragged, rights, onAct, onDecide } = props;
  const canMove = rights.change && movable(held) !== undefined;
  const formats = useFormats();
  const { text, look } = useEventState(graceMinutes)(appointment, now);
  const { id, clientName, startsAt, endsAt, colour } = appointment;
  return (
    <li
      className={classes(
        'cal-box',
        'cal-event',
        `cal-event-${look}`,
        `cal-who-${whoColor(colour)}`,
        isShort(held) && 'cal-short',
        canMove && 'cal-movable',
        isDragged && 'cal-dragged',
      )}
      style={placeBesideOf(held, scale)}
    >
      <Link
        to={appointmentPath(id)}
        className="cal-event-link"
        draggable={false}
        data-spot={held.key}
        data-appointment={id}
        tabIndex={reachable ? 0 : -1}
        aria-keyshortcuts="m"
      >
        <span className="clip strong">{clientName}</span>
        <span className="clip small">
          {text}
          <VisuallyHidden>
            {', '}
            {formats.timeRange(startsAt, endsAt)}
          </VisuallyHidden>
        </span>
      </Link>
      <CardMenu
        appointment={appointment}
        now={now}
        rights={rights}
        tabbable={reachable}
        onAct={onAct}
        onDecide={onDecide}
      />
      {canMove && <span className="cal-grip" aria-hidden />}
    </li>
  );
}

/** Time that is kept free, or taken by what may not be seen. */
function BlockBox({ held, scale }: HeldBoxProps) {
  const formats = useFormats();
  const wordsOf = useHeldWords();
  return (
    <li className={classes('cal-box', 'cal-block', isShort(held) && 'cal-short')} style={placeBesideOf(held, scale)}>
      <span className="clip">{wordsOf(held)}</span>
      <VisuallyHidden>
        {', '}
        {formats.timeRange(held.startsAt, held.endsAt)}
      </VisuallyHidden>
    </li>
  );
}

const shortMs = 40 * 60_000;
const isShort = ({ startsAt, endsAt }: Stretch): boolean => endsAt - startsAt < shortMs;
