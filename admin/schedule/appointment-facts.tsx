import { type ReactNode, useId } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { type Definition, DefinitionList } from '../design/definition-list';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import './appointment-page.css';

/** With whom, what and where; how far the visit has come, and what is booked after it. */
export function AppointmentFacts({ appointment }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const id = useId();
  const { clinicianName, colour, typeName, modality, roomName, visit } = appointment;
  const fact = (of: 'clinician' | 'kind' | 'where' | 'visit' | 'after', value: ReactNode): Definition => ({
    id: of,
    term: say(`schedule.page.facts.${of}`),
    value,
  });
  const items: readonly (Definition | false)[] = [
    fact(
      'clinician',
      <>
        <ClinicianDot who={whoColor(colour)} /> {clinicianName}
      </>,
    ),
    fact('kind', typeName),
    fact('where', [say(`schedule.modality.${modality}`), roomName].filter(Boolean).join(' · ')),
    visit !== null && fact('visit', <Visit visit={visit} />),
    fact('after', <After appointment={appointment} />),
  ];
  return (
    <Card as="section" padded aria-labelledby={id} className="appointment-facts">
      <VisuallyHidden>
        <h2 id={id}>{say('schedule.page.facts.title')}</h2>
      </VisuallyHidden>
      <DefinitionList above items={items.filter((item) => item !== false)} />
    </Card>
  );
}

function After({ appointment: { nextVisitAt } }: { readonly appointment: AppointmentDetail }) {
  const say = useWords();
  const formats = useFormats();
  if (nextVisitAt === null) return <span className="muted">{say('schedule.page.nothingBooked')}</span>;
  return <span className="num">{formats.dayTime(nextVisitAt)}</span>;
}

/** How far it has come. */
function Visit({ visit }: { readonly visit: NonNullable<AppointmentDetail['visit']> }) {
  const say = useWords();
  const formats = useFormats();
  const { arrivedAt, seenAt, beganAt, endedAt } = visit;
  const steps = [
    ['ended', endedAt],
    ['began', beganAt],
    ['seen', seenAt],
    ['arrived', arrivedAt],
  ] as const;
  const told = steps.flatMap(([step, at]) =>
    at === null ? [] : [say(`schedule.page.visit.${step}`, { time: formats.time(at) })],
  );
  return <span className="num">{told[0]}</span>;
}
