import type { TimelineEventView } from '../../api/timeline/timeline.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { useMessageWords } from '../messages/use-message-words';
import { useWords } from '../words';
import { type About, aboutEvent } from './event-about';

interface EventWords {
  readonly what: string;
  /** What it is about, when, and who or which rule did it. */
  readonly detail: string;
}

/** Events of a timeline in the person's language. */
export function useEventWords(): (event: TimelineEventView) => EventWords {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  const messages = useMessageWords();

  const about = (of: About): string => {
    switch (of.of) {
      case 'time':
        return formats.dayTime(of.at);
      case 'times':
        return `${formats.dayTime(of.from)} → ${formats.dayTime(of.to)}`;
      case 'message':
        return [messages.name(of.kind), of.reason && messages.reason(of.reason).replace(/\.$/, '')]
          .filter(Boolean)
          .join(' · ');
      case 'contact':
        return say(`clients.contacts.${of.kind}`);
      case 'channel':
        return say(`clients.consents.${of.channel}`);
      case 'fields':
        return of.fields.map((field) => sayIfKnown(`clients.fields.${field}`) ?? field).join(', ');
      case 'dismissal':
        return sayIfKnown(`remittances.file.dismiss.reasons.${of.why}`) ?? of.why;
      case 'cause':
        return sayIfKnown(`work.causes.${of.cause}`) ?? of.cause;
    }
  };
  const who = ({ actorName, rule, params }: TimelineEventView): string | null => {
    if (rule !== null) return say(rule === 'healed' ? 'timeline.by.healed' : 'timeline.by.rule');
    return params['by'] === 'client' ? say('timeline.by.client') : actorName;
  };
  const what = ({ code }: TimelineEventView, of: About | undefined): string => {
    const told =
      of?.of === 'message' ? sayIfKnown(`timeline.messages.${code.slice('message.'.length)}.${of.channel}`) : undefined;
    // a code newer than this page is told as it is
    return told ?? sayIfKnown(`timeline.events.${code}`) ?? code;
  };
  return (event) => {
    const of = aboutEvent(event);
    const when = `${formats.shortDay(event.at)}, ${formats.time(event.at)}`;
    return {
      what: what(event, of),
      detail: [of && about(of), when, who(event)].filter(Boolean).join(' · '),
    };
  };
}
