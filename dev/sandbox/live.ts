import type { ServerResponse } from 'node:http';
import { anchor, bubble, mail, phone } from './inbox-page';
import type { Mailbox } from './mailbox';
import type { Message } from './message';

const gatherMs = 150;
/** More at once than anybody reads: the page is fetched anew instead. */
const burst = 30;

export interface Live {
  /** Keeps the response open and tells it what comes. */
  join(response: ServerResponse): void;
  close(): void;
}

/** Tells open pages of new messages, as server-sent events. They are hints: a page that missed some fetches itself anew. */
export function startLive(mailbox: Mailbox): Live {
  const pages = new Set<ServerResponse>();
  let gathered: (Message | undefined)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let doubled = mailbox.doubled().length;
  const stop = mailbox.watch((message) => {
    if (pages.size === 0) return;
    gathered.push(message);
    timer ??= setTimeout(tell, gatherMs);
  });

  function tell(): void {
    timer = undefined;
    const news = gathered;
    gathered = [];
    const before = doubled;
    doubled = mailbox.doubled().length;
    const whole = news.length > burst || news.includes(undefined) || doubled !== before;
    const events = whole ? [event('again', {})] : news.flatMap((one) => (one ? [event('message', arrival(one))] : []));
    for (const page of pages) page.write(events.join(''));
  }

  return {
    join(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(event('hello', { last: mailbox.messages().at(-1)?.id ?? '' }));
      pages.add(response);
      response.once('close', () => pages.delete(response));
    },
    close() {
      stop();
      clearTimeout(timer);
      for (const page of pages) page.end();
    },
  };
}

/** The new item, and the phone around it for a page that does not have this phone yet. */
function arrival(message: Message) {
  return message.channel === 'sms'
    ? { ...message, phone: anchor(message.to), item: bubble(message), frame: phone(message.to, [message]) }
    : { ...message, item: mail(message, false) };
}

const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
