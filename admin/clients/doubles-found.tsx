import { useEffect, useRef } from 'react';
import type { ClientRow } from '../../api/clients/client.contract';
import { yearsBetween } from '../../browser/iso-day';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { Avatar } from '../design/avatar';
import { Button } from '../design/button';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import { initialsOf } from './initials';
import './clients.css';

interface DoublesFoundProps {
  readonly doubles: readonly ClientRow[];
  readonly onChoose: (client: ClientRow) => void;
}

/** Who is registered already and may be the same person. Reading begins here: it came unasked. */
export function DoublesFound({ doubles, onChoose }: DoublesFoundProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <h3 ref={heading} tabIndex={-1}>
        {say('clients.registering.doublesTitle', { count: doubles.length })}
      </h3>
      <p className="soft">{say('clients.registering.doublesText')}</p>
      <ul className="client-doubles">
        {doubles.map((client) => (
          <Double key={client.id} client={client} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}

interface DoubleProps extends Pick<DoublesFoundProps, 'onChoose'> {
  readonly client: ClientRow;
}

function Double({ client, onChoose }: DoubleProps) {
  const say = useWords();
  const formats = useFormats();
  const today = useToday();
  const { name, pronouns, birthDate, recordNumber, mobile, email, lastAt } = client;
  const number = String(recordNumber);
  const born = `${formats.calendarDate(birthDate)} (${yearsBetween(birthDate, today)})`;
  const seen =
    lastAt === null ? say('clients.registering.never') : say('clients.registering.seen', { day: formats.date(lastAt) });
  const facts = [born, say('clients.recordNo', { number }), mobile && formats.phone(mobile), email, seen];
  return (
    <li>
      <Avatar initials={initialsOf(name)} />
      <div className="grow">
        <strong>{name}</strong> <span className="muted">{pronouns}</span>
        <div className="small muted num">{facts.filter(Boolean).join(' · ')}</div>
      </div>
      <Button kind="primary" onClick={() => onChoose(client)}>
        <span aria-hidden>{say('clients.registering.itIs')}</span>
        <VisuallyHidden>{say('clients.registering.itIsOne', { name, number })}</VisuallyHidden>
      </Button>
    </li>
  );
}
