import { Phone, PhoneOff } from 'lucide-react';
import { useFormats } from '../../browser/speech';
import type { CallablePhone } from '../clients/phone-of';
import { buttonClass } from '../design/button-look';
import { Icon } from '../design/icon';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import './work.css';

interface CallLinkProps {
  readonly name: string;
  readonly phone: CallablePhone | null;
}

/** The number to call, for the phone of the device; and whether a message may be left there. */
export function CallLink({ name, phone }: CallLinkProps) {
  const say = useWords();
  const formats = useFormats();
  if (!phone)
    return (
      <span className="work-call small muted">
        <Icon of={PhoneOff} />
        {say('work.actions.noNumber')}
      </span>
    );
  const number = formats.phone(phone.number);
  return (
    <span className="work-call">
      <a className={buttonClass({ size: 'normal' })} href={`tel:${phone.number}`}>
        <Icon of={Phone} />
        <span aria-hidden className="num">
          {say('work.actions.call', { number })}
        </span>
        <VisuallyHidden>{say('work.actions.callName', { name, number })}</VisuallyHidden>
      </a>
      <span className="small muted">
        {say(phone.leaveMessage ? 'work.actions.mayLeave' : 'work.actions.mayNotLeave')}
      </span>
    </span>
  );
}
