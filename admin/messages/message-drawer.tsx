import { type ReactNode, useId } from 'react';
import type { MessageDetail } from '../../api/messages/message.contract';
import { useFormats } from '../../browser/speech';
import { useWhole } from '../data/use-whole';
import { ButtonLink } from '../design/button-link';
import { DefinitionList } from '../design/definition-list';
import { Drawer } from '../design/dialog';
import { Link } from '../design/link';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { appointmentPath, clientPath } from '../paths';
import { EventsTimeline } from '../timeline/events-timeline';
import { useWords } from '../words';
import { MessageStatePill } from './message-state-pill';
import { MessageText } from './message-text';
import { MessageTodo } from './message-todo';
import { useMessageWords } from './use-message-words';
import './messages.css';

interface MessageDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One message: as it was sent, to where, why, and what became of it. */
export function MessageDrawer({ id, onClose }: MessageDrawerProps) {
  const say = useWords();
  const words = useMessageWords();
  const { record, problem } = useWhole<MessageDetail>('messages', id, 'history');
  return (
    <Drawer
      title={record ? words.name(record.kind) : say('messaging.title')}
      lead={record && <Link to={clientPath(record.clientId)}>{record.clientName}</Link>}
      onClose={onClose}
      footer={record && <ButtonLink to={clientPath(record.clientId)}>{say('messaging.drawer.openClient')}</ButtonLink>}
    >
      {record && <Message message={record} />}
      {!record && <ProblemNotice problem={problem} />}
      {!record && !problem && <Skeleton shape="lines" count={6} />}
    </Drawer>
  );
}

function Message({ message }: { readonly message: MessageDetail }) {
  const say = useWords();
  const words = useMessageWords();
  return (
    <>
      <div className="row wrap">
        <MessageStatePill message={message} />
        {message.reason !== null && <span>{words.reason(message.reason)}</span>}
      </div>
      <MessageTodo message={message} />
      <MessageText message={message} />
      <Facts message={message} />
      <History message={message} heading={say('messaging.drawer.happened')} />
    </>
  );
}

function Facts({ message }: { readonly message: MessageDetail }) {
  const say = useWords();
  const formats = useFormats();
  const words = useMessageWords();
  const { to, channel, appointmentId, startsAt, attempts, nextAt, reason, orderedByName, kind } = message;
  const why = (): string => {
    if (orderedByName !== null) return say('messaging.drawer.byOrder', { name: orderedByName });
    return say(kind === 'notice' ? 'messaging.drawer.onCancel' : 'messaging.drawer.byRule');
  };
  const tried: ReactNode = (
    <>
      {say('messaging.drawer.times', { count: attempts })}
      {nextAt !== null && ` · ${say('messaging.drawer.nextTry', { when: formats.dayTime(nextAt) })}`}
      {reason !== null && <div className="small muted">{say('messaging.drawer.code', { code: reason })}</div>}
    </>
  );
  return (
    <DefinitionList
      items={[
        ...(to === null
          ? []
          : [
              {
                id: 'to',
                term: say('messaging.drawer.to'),
                value: <span className="num">{words.address(channel, to)}</span>,
              },
            ]),
        ...(appointmentId === null || startsAt === null
          ? []
          : [
              {
                id: 'about',
                term: say('messaging.drawer.about'),
                value: (
                  <Link to={appointmentPath(appointmentId)}>
                    {say('messaging.drawer.appointment', { when: formats.dayTime(startsAt) })}
                  </Link>
                ),
              },
            ]),
        { id: 'why', term: say('messaging.drawer.why'), value: why() },
        { id: 'tried', term: say('messaging.drawer.attempts'), value: tried },
      ]}
    />
  );
}

function History({ message, heading }: { readonly message: MessageDetail; readonly heading: string }) {
  const say = useWords();
  const id = useId();
  return (
    <section className="stack">
      <h3 id={id}>{heading}</h3>
      {message.history.length === 0 ? (
        <p className="muted">{say('messaging.drawer.nothing')}</p>
      ) : (
        <EventsTimeline events={message.history} labelledBy={id} />
      )}
    </section>
  );
}
