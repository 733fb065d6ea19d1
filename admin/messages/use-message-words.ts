import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';
import { kindOf, reasonFamily } from './message-look';

interface MessageWords {
  /** "Reminder, 2 days before" */
  readonly name: (kind: string) => string;
  /** Why it stands as it does, in a sentence. */
  readonly reason: (code: string) => string;
  /** An address as people write it. */
  readonly address: (channel: 'sms' | 'email', to: string) => string;
}

/** How messages are told. */
export function useMessageWords(): MessageWords {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  return {
    name: (kind) => {
      const is = kindOf(kind);
      return 'count' in is ? say(`messaging.kinds.${is.code}`, { count: is.count }) : say(`messaging.kinds.${is.code}`);
    },
    reason: (code) => sayIfKnown(`messaging.reasons.${code}`) ?? say(`messaging.reasons.${reasonFamily(code)}`),
    address: (channel, to) => (channel === 'sms' ? formats.phone(to) : to),
  };
}
