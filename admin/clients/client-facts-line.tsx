import type { ClientView } from '../../api/clients/client.contract';
import { yearsBetween } from '../../browser/iso-day';
import { useFormats, useSpeech } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { useWords } from '../words';

/** Age and birth date, record number, and what differs from the practice's own: the legal name, the zone, the language. */
export function ClientFactsLine({ client }: { readonly client: ClientView }) {
  const say = useWords();
  const formats = useFormats();
  const today = useToday();
  const { zone: practiceZone } = useSpeech();
  const { birthDate, recordNumber, legalName, name, zone, language } = client;
  const facts = [
    say('clients.age', { age: yearsBetween(birthDate, today) }),
    say('clients.born', { day: formats.calendarDate(birthDate) }),
    say('clients.recordNo', { number: String(recordNumber) }),
    legalName !== name && say('clients.legal', { name: legalName }),
    language !== 'en' && say('clients.reads', { language: say(`clients.languages.${language}`) }),
    zone !== practiceZone && say('clients.lives', { city: zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ') }),
  ];
  return <span className="num">{facts.filter(Boolean).join(' · ')}</span>;
}
