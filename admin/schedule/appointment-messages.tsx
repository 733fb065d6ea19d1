import { useId } from 'react';
import type { MessageView } from '../../api/messages/message.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { Link } from '../design/link';
import { Skeleton } from '../design/skeleton';
import { MessageWhat } from '../messages/message-columns';
import { MessageStatePill } from '../messages/message-state-pill';
import { useMessageWords } from '../messages/use-message-words';
import { useWords } from '../words';
import './appointment-page.css';

interface AppointmentMessagesProps {
  /** Undefined until they have come. */
  readonly messages: readonly MessageView[] | undefined;
  readonly pathTo: (messageId: string) => string;
}

/** What the client was told about this appointment, newest first; each opens beside the page. */
export function AppointmentMessages({ messages, pathTo }: AppointmentMessagesProps) {
  const say = useWords();
  const formats = useFormats();
  const words = useMessageWords();
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{say('schedule.page.messages.title')}</h2>
      <Card>
        {!messages && <Skeleton shape="lines" count={2} />}
        {messages?.length === 0 && <p className="appointment-none muted">{say('schedule.page.messages.none')}</p>}
        <ul className="appointment-lines" aria-labelledby={id}>
          {messages?.map((message) => (
            <li key={message.id}>
              <span className="appointment-line-what">
                <Link to={pathTo(message.id)}>
                  <MessageWhat name={words.name(message.kind)} channel={message.channel} />
                </Link>
                {message.reason !== null && <span className="small muted">{words.reason(message.reason)}</span>}
              </span>
              <span className="appointment-line-when num">
                {formats.dayTime(message.settledAt ?? message.createdAt)}
              </span>
              <MessageStatePill message={message} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
