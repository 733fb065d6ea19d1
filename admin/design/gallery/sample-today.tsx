import { CircleAlert, DollarSign, Plus, Printer, UserPlus, Video } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../shell/actions';
import { Page } from '../../shell/page';
import { Button } from '../button';
import { Card } from '../card';
import { ClinicianDot, type WhoColor } from '../clinician-dot';
import { NextLine } from '../next-line';
import { Pill } from '../pill';

export function SampleToday() {
  const [booked, setBooked] = useState(0);
  useAction({ id: 'book', name: 'Book a visit', icon: Plus, key: 'b', run: () => setBooked(booked + 1) });
  return (
    <Page
      area="today"
      title="Tuesday, December 1"
      lead={
        <>
          22 visits · 12 done · 1 no-show · <span className="care">Marlowe running 6 min behind</span>
        </>
      }
      actions={
        <>
          <Button icon={Printer}>Print day</Button>
          <Button icon={UserPlus}>Walk-in</Button>
          <Button kind="primary" icon={Plus} keyHint="B" onClick={() => setBooked(booked + 1)}>
            Book
          </Button>
        </>
      }
    >
      <output className="k-hidden">{`booked ${booked}`}</output>
      <div className="gallery-board">
        {columns.map((column) => (
          <section key={column.name} aria-label={column.name}>
            <h2 className="row between">
              <span>{column.name}</span>
              <span className="muted small num">{column.visits.length}</span>
            </h2>
            {column.visits.map((visit) => (
              <Visit key={visit.client} {...visit} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}

interface VisitProps {
  readonly client: string;
  readonly at: string;
  readonly minutes: number;
  readonly who: WhoColor;
  readonly clinician: string;
  readonly pill?: ReactNode;
  readonly next: string;
  readonly tone?: 'care' | 'bad';
  readonly action?: string;
  readonly selected?: boolean;
}

const Visit = ({ client, at, minutes, who, clinician, pill, next, tone, action, selected }: VisitProps) => (
  <Card as="article" {...(selected && { selected })}>
    <div className="row between">
      <span className="num strong">{at}</span>
      <span className="small muted num">{`${minutes} min`}</span>
    </div>
    <div className="strong clip">{client}</div>
    <div className="row small soft">
      <ClinicianDot who={who} />
      {clinician}
    </div>
    {pill && <div className="row wrap">{pill}</div>}
    <div className="row between">
      <NextLine {...(tone && { tone })}>{next}</NextLine>
      {action && <Button size="small">{action}</Button>}
    </div>
  </Card>
);

const tele = (
  <Pill tone="live" icon={Video}>
    Telehealth
  </Pill>
);
const copay = (
  <Pill tone="care" icon={DollarSign}>
    $25 copay
  </Pill>
);
const ended = (
  <Pill tone="bad" icon={CircleAlert}>
    Coverage ended
  </Pill>
);

const columns: readonly { readonly name: string; readonly visits: readonly VisitProps[] }[] = [
  {
    name: 'Expected',
    visits: [
      {
        client: 'Juniper Vale',
        at: '2:00 PM',
        minutes: 50,
        who: 1,
        clinician: 'Dr. Sample',
        pill: tele,
        next: 'Waiting room is open',
        action: 'Check in',
      },
      {
        client: 'Orla Finch',
        at: '2:30 PM',
        minutes: 60,
        who: 3,
        clinician: 'Dr. Specimen',
        pill: ended,
        next: 'Call before the visit: plan ended',
        tone: 'bad',
        action: 'Check in',
      },
      {
        client: 'Cosmo Reed',
        at: '2:45 PM',
        minutes: 50,
        who: 2,
        clinician: 'F. Marlowe',
        pill: copay,
        next: 'Not here by 3:00? We ask you',
        action: 'Check in',
      },
    ],
  },
  {
    name: 'Arrived',
    visits: [
      {
        client: 'Wren Abbott',
        at: '1:45 PM',
        minutes: 50,
        who: 2,
        clinician: 'F. Marlowe',
        next: 'Marlowe has seen it · about 6 min',
        tone: 'care',
        selected: true,
      },
    ],
  },
  {
    name: 'In session',
    visits: [
      { client: 'Ivo Lark', at: '1:00 PM', minutes: 50, who: 1, clinician: 'Dr. Sample', next: 'Until about 1:55 PM' },
    ],
  },
  {
    name: 'Checkout',
    visits: [
      {
        client: 'Tess Quill',
        at: '12:30 PM',
        minutes: 50,
        who: 4,
        clinician: 'M. Example',
        pill: copay,
        next: 'Next visit not booked',
        action: 'Check out',
      },
    ],
  },
  { name: 'Done', visits: [] },
];
