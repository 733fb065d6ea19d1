import type { WorkItemView } from '../../api/work/work.contract';
import { useFormats } from '../../browser/speech';
import { missingOf } from '../mend/missing-parts';
import { useMessageWords } from '../messages/use-message-words';
import { useRemittanceWords } from '../remittances/use-remittance-words';
import { useWords } from '../words';
import { messageOf, reasonOf } from './work-groups';

interface WorkSentence {
  /** What happened, in plain words. */
  readonly happened: string;
  /** Why, where the vendor said. */
  readonly why: string | undefined;
}

/** Says what happened to a thing that needs a person. */
export function useWorkSentence(): (item: WorkItemView) => WorkSentence {
  const say = useWords();
  const formats = useFormats();
  const messages = useMessageWords();
  const remittances = useRemittanceWords();
  const happened = (item: WorkItemView): string => {
    const { cause, appointment } = item;
    const name = item.clientName ?? '';
    if (cause === 'client_missing')
      return appointment
        ? say('work.happened.client_missing', {
            name,
            when: formats.dayTime(appointment.startsAt),
            clinician: appointment.clinicianName,
          })
        : say('work.happened.client_missing_plain', { name });
    if (cause === 'note_unsigned')
      return appointment
        ? say('work.happened.note_unsigned', {
            when: formats.dayTime(appointment.startsAt),
            clinician: appointment.clinicianName,
          })
        : say('work.happened.note_unsigned_plain');
    const lacks = missingOf(item);
    if (lacks)
      return say('work.happened.charge_incomplete_of', {
        day: formats.calendarDay(lacks.day),
        missing: lacks.missing.map((part) => say(`charges.missing.${part}`)).join(', '),
      });
    if (cause !== 'message_unknown' && cause !== 'message_refused') return say(`work.happened.${cause}`);
    const message = messageOf(item);
    const what = say(`work.things.${message?.kind ?? 'reminder'}.${message?.channel ?? 'sms'}`);
    return appointment
      ? say(`work.happened.${cause}`, { name, what, when: formats.dayTime(appointment.startsAt) })
      : say(`work.happened.${cause}_plain`, { name, what });
  };
  const whyOf = (cause: WorkItemView['cause'], reason: string): string => {
    if (cause === 'remittance_review') return remittances.review(reason);
    return cause === 'remittance_quarantined' ? remittances.reason(reason) : messages.reason(reason);
  };
  return (item) => {
    const reason = reasonOf(item);
    // what a visit lacks is no reason of a vendor: the sentence before it has said it
    const said = reason === undefined || item.cause === 'charge_incomplete';
    return { happened: happened(item), why: said ? undefined : whyOf(item.cause, reason) };
  };
}
