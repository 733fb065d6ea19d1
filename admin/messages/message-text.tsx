import { useId } from 'react';
import type { MessageDetail } from '../../api/messages/message.contract';
import { useWords } from '../words';
import { shownState } from './message-look';
import './messages.css';

/** Stands in the text where the client's own link is (`domain/messages/list-messages.ts`). */
const hiddenLink = '…';

/** The message as the phone or the mailbox shows it. */
export function MessageText({ message }: { readonly message: MessageDetail }) {
  const say = useWords();
  const id = useId();
  const { body, subject, channel } = message;
  if (body === null) return <p className="muted">{say('messaging.drawer.noText')}</p>;
  const waits = ['planned', 'sending'].includes(shownState(message));
  return (
    <section className="message-text" aria-labelledby={id}>
      <h3 id={id}>{say(waits ? 'messaging.drawer.asWillBe' : 'messaging.drawer.asSent')}</h3>
      <div className={channel === 'sms' ? 'message-bubble' : 'message-letter'}>
        {subject !== null && <strong className="message-subject">{subject}</strong>}
        {body.trim()}
      </div>
      {body.includes(hiddenLink) && <p className="small muted">{say('messaging.drawer.linkHidden')}</p>}
    </section>
  );
}
