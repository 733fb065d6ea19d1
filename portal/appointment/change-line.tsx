import { Phone } from 'lucide-react';
import { Icon } from '../../admin/design/icon';
import { holes, weave } from '../../browser/weave';
import { useWords } from '../words';
import { PhoneLink } from './phone-link';
import type { ShownAppointment } from './standing';
import { useWhen } from './use-when';

interface ChangeLineProps {
  readonly appointment: ShownAppointment;
  readonly phone: string | null;
  readonly now: number;
}

/** Until when it can be changed freely, and whom to call. */
export function ChangeLine({ appointment: { changeFreeUntil }, phone, now }: ChangeLineProps) {
  const say = useWords();
  const when = useWhen();
  const free = changeFreeUntil > now;
  const until = when(changeFreeUntil);
  if (phone === null && !free) return null;
  const sentence = () => {
    if (phone === null) return say('portal.change.freeNoPhone', { until });
    return free ? say('portal.change.free', { until, ...holes('phone') }) : say('portal.change.late', holes('phone'));
  };
  return (
    <p className="portal-line">
      <Icon of={Phone} size="small" />
      <span>{weave(sentence(), { phone: phone !== null && <PhoneLink number={phone} /> })}</span>
    </p>
  );
}
