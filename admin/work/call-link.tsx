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

/** The number to call, for the phone of the device. Whether a message may be left there is told beside it (`LeaveMessage`). */
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
    <a className={buttonClass({ size: 'normal' })} href={`tel:${phone.number}`}>
      <Icon of={Phone} />
      <span aria-hidden className="num">
        {say('work.actions.call', { number })}
      </span>
      <VisuallyHidden>{say('work.actions.callName', { name, number })}</VisuallyHidden>
    </a>
  );
}

/** Whether the client is fine with a message left there. */
export function LeaveMessage({ phone }: { readonly phone: CallablePhone }) {
  const say = useWords();
  return say(phone.leaveMessage ? 'work.actions.mayLeave' : 'work.actions.mayNotLeave');
}
