import { useId } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import type { MessageDetail } from '../../api/messages/message.contract';
import { useWhole } from '../data/use-whole';
import { Card } from '../design/card';
import { CallLink, LeaveMessage } from '../work/call-link';
import { useWords } from '../words';
import { phoneOf } from '../clients/phone-of';
import { todosOf } from './message-look';
import './messages.css';

/** What a person should do about a message that did not get through, with the number to call. */
export function MessageTodo({ message }: { readonly message: MessageDetail }) {
  const todos = todosOf(message);
  return todos.length > 0 && <Todo message={message} todos={todos} />;
}

interface TodoProps {
  readonly message: MessageDetail;
  readonly todos: ReturnType<typeof todosOf>;
}

function Todo({ message: { clientId, clientName }, todos }: TodoProps) {
  const say = useWords();
  const id = useId();
  const { record } = useWhole<ClientView>('clients', clientId, 'contacts');
  const words = (todo: (typeof todos)[number]) =>
    todo === 'number' || todo === 'agreement' || todo === 'setUp'
      ? say(`messaging.todo.${todo}`)
      : say(`messaging.todo.${todo}`, { name: clientName });
  return (
    <Card as="section" padded edge="care" className="stack" aria-labelledby={id}>
      <h3 id={id}>{say('messaging.drawer.todo')}</h3>
      <ol className="message-todos">
        {todos.map((todo) => (
          <li key={todo}>{words(todo)}</li>
        ))}
      </ol>
      {record && <Call name={clientName} phone={phoneOf(record)} />}
    </Card>
  );
}

function Call({ name, phone }: { readonly name: string; readonly phone: ReturnType<typeof phoneOf> }) {
  return (
    <div className="row wrap">
      <CallLink name={name} phone={phone} />
      {phone && (
        <span className="small muted">
          <LeaveMessage phone={phone} />
        </span>
      )}
    </div>
  );
}
