import {
  Bell,
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  Check,
  ListChecks,
  ListPlus,
  LogIn,
  type LucideIcon,
  MailX,
  Send,
  ShieldCheck,
  ShieldOff,
  UserPen,
  UserPlus,
} from 'lucide-react';
import type { TimelineEventView } from '../../api/timeline/timeline.contract';
import { Timeline } from '../design/timeline';
import { markOf } from '../since/changed-mark';
import type { Since } from '../since/use-since';
import { isBad } from './event-about';
import { useEventWords } from './use-event-words';

const icons: Readonly<Partial<Record<TimelineEventView['code'], LucideIcon>>> = {
  'client.registered': UserPlus,
  'client.changed': UserPen,
  'client.contact_added': UserPen,
  'client.contact_ended': UserPen,
  'client.consent_given': ShieldCheck,
  'client.consent_withdrawn': ShieldOff,
  'appointment.booked': CalendarPlus,
  'appointment.moved': CalendarClock,
  'appointment.cancelled': CalendarX,
  'appointment.restored': CalendarPlus,
  'appointment.confirmed': CalendarCheck,
  'appointment.missed': CalendarX,
  'appointment.hurried': Bell,
  'visit.checked_in': LogIn,
  'message.sent': Send,
  'message.refused': MailX,
  'message.unknown': MailX,
  'message.skipped': MailX,
  'work.opened': ListPlus,
  'work.done': ListChecks,
  'work.dismissed': ListChecks,
};

interface EventsTimelineProps {
  readonly events: readonly TimelineEventView[];
  readonly labelledBy?: string;
  /** What came since one looked. */
  readonly changes?: Since['changes'] | undefined;
}

/** What happened, newest first, in words. */
export function EventsTimeline({ events, labelledBy, changes }: EventsTimelineProps) {
  const words = useEventWords();
  const entries = events.map((event) => ({
    id: event.id,
    icon: icons[event.code] ?? Check,
    bad: isBad(event),
    mark: markOf(changes?.get(event.id)),
    ...words(event),
  }));
  return <Timeline tense="past" entries={entries} {...(labelledBy !== undefined && { labelledBy })} />;
}
