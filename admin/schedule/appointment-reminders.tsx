import { Clock, MinusCircle } from 'lucide-react';
import { useId } from 'react';
import type { MessageView } from '../../api/messages/message.contract';
import type { AppointmentDetail, PlannedReminderView } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Card } from '../design/card';
import { Link } from '../design/link';
import { Pill } from '../design/pill';
import { MessageWhat } from '../messages/message-columns';
import { MessageStatePill } from '../messages/message-state-pill';
import { useMessageWords } from '../messages/use-message-words';
import { useWords } from '../words';
import { type ReminderStanding, reminderStanding, reminderTime } from './reminder-standing';
import './appointment-page.css';

interface AppointmentRemindersProps {
  readonly appointment: AppointmentDetail;
  /** Every message about it, as far as they have come: newer than what the plan says of them. */
  readonly messages: readonly MessageView[] | undefined;
  readonly pathTo: (messageId: string) => string;
}

/** Every reminder by the rules of the practice: planned, sent, or why it does not go out. */
export function AppointmentReminders({ appointment, messages, pathTo }: AppointmentRemindersProps) {
  const say = useWords();
  const formats = useFormats();
  const words = useMessageWords();
  const now = useNow().getTime();
  const id = useId();
  const what = ({ code, channel, messageId }: PlannedReminderView) => {
    const name = <MessageWhat name={words.name(code)} channel={channel} />;
    return messageId === null ? name : <Link to={pathTo(messageId)}>{name}</Link>;
  };
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say('schedule.page.reminders.title')}</h2>
      <Card>
        {appointment.reminders.length === 0 && (
          <p className="appointment-none muted">{say('schedule.page.reminders.none')}</p>
        )}
        <ul className="appointment-lines" aria-labelledby={id}>
          {appointment.reminders.map((reminder) => (
            <li key={`${reminder.code} ${reminder.channel}`}>
              <span className="appointment-line-what">{what(reminder)}</span>
              <span className="appointment-line-when num">{formats.dayTime(reminderTime(reminder, appointment))}</span>
              <Standing standing={reminderStanding(reminder, appointment, messages, now)} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Standing({ standing }: { readonly standing: ReminderStanding }) {
  const say = useWords();
  switch (standing.kind) {
    case 'message':
      return <MessageStatePill message={standing.message} />;
    case 'unreachable':
      return (
        <Pill tone="care" icon={MinusCircle}>
          {say(`schedule.page.reminders.unreachable.${standing.why}`)}
        </Pill>
      );
    case 'planned':
      return (
        <Pill tone="info" icon={Clock}>
          {say('messaging.states.due')}
        </Pill>
      );
    case 'off':
      return <Pill icon={MinusCircle}>{say('schedule.page.reminders.off')}</Pill>;
  }
}
