import { useId, useState } from 'react';
import { useGetList } from 'react-admin';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { Button } from '../design/button';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { NextLine } from '../design/next-line';
import { ProblemNotice } from '../design/problem-notice';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { appointmentPath } from '../paths';
import { useNextWords } from '../schedule/use-next-words';
import { useWords } from '../words';
import { AppointmentStatePill } from './appointment-state-pill';
import { aheadAndPast } from './ahead-and-past';
import './client-page.css';

const mostRead = 200;
const pastShown = 10;

/** What is booked, with what happens next, and what was before. */
export function ClientAppointments({ clientId }: { readonly clientId: string }) {
  const say = useWords();
  const now = useNow().getTime();
  const [whole, setWhole] = useState(false);
  const ids = { ahead: useId(), past: useId() };
  const columns = useColumns(now);
  const { data, error } = useGetList<AppointmentView>('appointments', {
    filter: { clientId },
    sort: { field: 'startsAt', order: 'DESC' },
    pagination: { page: 1, perPage: mostRead },
  });
  if (!data && error) return <ProblemNotice problem={problemOf(error)} />;
  const { ahead, past } = aheadAndPast(data ?? [], now);
  const pastRows = whole ? past : past.slice(0, pastShown);
  return (
    <div className="stack">
      <h3 id={ids.ahead}>{say('clients.sections.ahead')}</h3>
      <Table<AppointmentView>
        caption={say('clients.sections.ahead')}
        columns={columns.ahead}
        rows={data && ahead}
        rowKey={({ id }) => id}
        linkTo={({ id }) => appointmentPath(id)}
        empty={<p className="client-none muted">{say('clients.appointments.none')}</p>}
      />
      {data && past.length > 0 && (
        <>
          <h3 id={ids.past}>{say('clients.sections.past')}</h3>
          <Table<AppointmentView>
            caption={say('clients.sections.past')}
            columns={columns.past}
            rows={pastRows}
            rowKey={({ id }) => id}
            linkTo={({ id }) => appointmentPath(id)}
          />
          {pastRows.length < past.length && (
            <div>
              <Button size="small" onClick={() => setWhole(true)}>
                {say('clients.appointments.earlier')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function useColumns(now: number): Readonly<Record<'ahead' | 'past', readonly Column<AppointmentView>[]>> {
  const say = useWords();
  const formats = useFormats();
  const nextWords = useNextWords();
  const common: readonly Column<AppointmentView>[] = [
    {
      id: 'when',
      header: say('clients.appointments.columns.when'),
      renderCell: ({ startsAt }) => <span className="num nowrap">{formats.dayTime(startsAt)}</span>,
    },
    {
      id: 'with',
      header: say('clients.appointments.columns.with'),
      renderCell: ({ clinicianName, colour }) => (
        <span className="nowrap">
          <ClinicianDot who={whoColor(colour)} /> {clinicianName}
        </span>
      ),
    },
    {
      id: 'what',
      header: say('clients.appointments.columns.what'),
      renderCell: ({ typeName, minutes }) => (
        <>
          <span className="nowrap">{typeName}</span>
          <div className="small muted">{say('clients.appointments.minutes', { minutes })}</div>
        </>
      ),
    },
    {
      id: 'state',
      header: say('clients.appointments.columns.state'),
      renderCell: (appointment) => <AppointmentStatePill appointment={appointment} />,
    },
  ];
  const next: Column<AppointmentView> = {
    id: 'next',
    header: say('clients.appointments.columns.next'),
    renderCell: (appointment) => {
      const words = nextWords(appointment, now);
      return words && <NextLine tone={words.care ? 'care' : 'plain'}>{words.text}</NextLine>;
    },
  };
  return { ahead: [...common, next], past: common };
}
