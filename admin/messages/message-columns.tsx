import { Mail, MessageSquare } from 'lucide-react';
import type { MessageView, PlannedMessageView } from '../../api/messages/message.contract';
import { useFormats } from '../../browser/speech';
import { Icon } from '../design/icon';
import type { Column } from '../design/table-column';
import type { ViewedColumn } from '../list/use-arranged';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import { todosOf } from './message-look';
import { MessageStatePill, PlannedPill } from './message-state-pill';
import { useMessageWords } from './use-message-words';
import './messages.css';

export function useMessageColumns(): readonly ViewedColumn<'messages', MessageView>[] {
  const say = useWords();
  const formats = useFormats();
  const words = useMessageWords();
  return [
    { id: 'client', header: say('messaging.columns.client'), renderCell: ({ clientName }) => clientName },
    {
      id: 'what',
      header: say('messaging.columns.what'),
      renderCell: ({ kind, channel }) => <MessageWhat name={words.name(kind)} channel={channel} />,
    },
    {
      id: 'state',
      header: say('messaging.columns.state'),
      renderCell: (message) => (
        <>
          <MessageStatePill message={message} />
          {message.reason !== null && todosOf(message).length > 0 && (
            <div className="small muted">{words.reason(message.reason)}</div>
          )}
        </>
      ),
    },
    {
      id: 'appointment',
      header: say('messaging.columns.appointment'),
      renderCell: ({ startsAt }) =>
        startsAt !== null && <span className="num nowrap">{formats.dayTime(startsAt)}</span>,
    },
    {
      id: 'created',
      header: say('messaging.columns.created'),
      number: true,
      renderCell: ({ settledAt, createdAt }) => formats.dayTime(settledAt ?? createdAt),
    },
  ];
}

export function usePlannedColumns(): readonly Column<PlannedMessageView>[] {
  const say = useWords();
  const formats = useFormats();
  const words = useMessageWords();
  return [
    { id: 'client', header: say('messaging.columns.client'), renderCell: ({ clientName }) => clientName },
    {
      id: 'what',
      header: say('messaging.columns.what'),
      renderCell: ({ kind, channel }) => <MessageWhat name={words.name(kind)} channel={channel} />,
    },
    {
      id: 'state',
      header: say('messaging.columns.state'),
      renderCell: ({ paused }) => <PlannedPill paused={paused} />,
    },
    {
      id: 'appointment',
      header: say('messaging.columns.appointment'),
      renderCell: ({ startsAt }) => <span className="num nowrap">{formats.dayTime(startsAt)}</span>,
    },
    {
      id: 'due',
      header: say('messaging.columns.due'),
      number: true,
      renderCell: ({ due }) => formats.dayTime(due),
    },
  ];
}

/** What a message is, and by which channel. */
export function MessageWhat({ name, channel }: { readonly name: string; readonly channel: 'sms' | 'email' }) {
  const say = useWords();
  return (
    <span className="message-what">
      <Icon of={channel === 'sms' ? MessageSquare : Mail} />
      <VisuallyHidden>{say(`messaging.channels.${channel}`)} </VisuallyHidden>
      {name}
    </span>
  );
}
