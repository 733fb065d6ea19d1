import { freeUntil } from '../domain/schedule/late-cancellation';
import type { AppointmentFacts } from '../domain/reminders/facts';
import type { Channel } from '../domain/reminders/reminder-plan';
import { sayTo } from '../messages/catalogues';
import { formatsIn } from '../messages/format';
import type { Language } from '../messages/words';

/**
 * The words of a reminder or a cancellation, in the client's language and the practice's time. Nothing in them says what the
 * appointment is about or with whom.
 */
export function writeReminder(
  facts: AppointmentFacts,
  kind: string,
  channel: Channel,
  language: Language,
): { readonly subject: string | null; readonly body: string } {
  const { appointment, practice } = facts;
  const say = sayTo(language);
  const format = formatsIn({ language, zone: practice.zone });
  const phone = practice.phone === null ? '' : say('texts.call', { number: format.phone(practice.phone) });
  const when = format.dayTime(appointment.startsAt).replace(' · ', language === 'en' ? ' at ' : ', ');
  const common = { practice: practice.name, when, link: '{link}' };
  const mail = {
    ...common,
    zone: format.zoneCity,
    phone: practice.phone === null ? '' : `\n${format.phone(practice.phone)}`,
  };
  const day = format.day(appointment.startsAt);
  if (kind === 'notice')
    return channel === 'sms'
      ? { subject: null, body: oneStop(say('texts.notice.sms', common)) }
      : { subject: say('texts.notice.subject', { day }), body: oneStop(say('texts.notice.email', mail)) };

  const until = freeUntil(appointment.startsAt, practice.policy);
  const change =
    until > facts.now
      ? say('texts.change_free', { until: format.dayTime(until).replace(' · ', language === 'en' ? ' at ' : ', ') })
      : say('texts.change_late', { phone });
  return channel === 'sms'
    ? { subject: null, body: oneStop(say('texts.reminder.sms', { ...common, change })) }
    : {
        subject: say('texts.reminder.subject', { day }),
        body: oneStop(say('texts.reminder.email', { ...mail, change })),
      };
}

/** "9:00 a.m.." : a time that ends with a stop takes that of the sentence. */
const oneStop = (text: string): string => text.replaceAll('..', '.');
