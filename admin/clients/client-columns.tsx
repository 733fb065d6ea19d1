import type { ClientRow } from '../../api/clients/client.contract';
import { yearsBetween } from '../../browser/iso-day';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { Pill } from '../design/pill';
import type { ViewedColumn } from '../list/use-arranged';
import { useWords } from '../words';

export const standardColumns = ['birthDate', 'phone', 'next', 'last', 'recordNumber'] as const;

/** Every column that the list of clients can have. */
export function useClientColumns(): readonly ViewedColumn<'clients', ClientRow>[] {
  const say = useWords();
  const formats = useFormats();
  const today = useToday();
  return [
    {
      id: 'name',
      header: say('clients.columns.name'),
      sortable: true,
      renderCell: ({ name, state }) => (
        <>
          {name}
          {state !== 'active' && (
            <>
              {' '}
              <Pill>{say(`clients.states.${state}`)}</Pill>
            </>
          )}
        </>
      ),
    },
    {
      id: 'pronouns',
      header: say('clients.fields.pronouns'),
      renderCell: ({ pronouns }) => pronouns,
    },
    {
      id: 'birthDate',
      header: say('clients.columns.birthDate'),
      sortable: true,
      renderCell: ({ birthDate }) => (
        <span className="num nowrap">
          {formats.calendarDate(birthDate)} <span className="muted">{yearsBetween(birthDate, today)}</span>
        </span>
      ),
    },
    {
      id: 'phone',
      header: say('clients.columns.phone'),
      renderCell: ({ mobile }) => mobile !== null && <span className="num nowrap">{formats.phone(mobile)}</span>,
    },
    { id: 'email', header: say('clients.columns.email'), renderCell: ({ email }) => email },
    {
      id: 'next',
      header: say('clients.columns.next'),
      renderCell: ({ nextAt }) => nextAt !== null && <span className="num nowrap">{formats.dayTime(nextAt)}</span>,
    },
    {
      id: 'last',
      header: say('clients.columns.last'),
      renderCell: ({ lastAt }) => lastAt !== null && <span className="num nowrap">{formats.date(lastAt)}</span>,
    },
    {
      id: 'state',
      header: say('clients.columns.state'),
      renderCell: ({ state }) => (
        <Pill tone={state === 'active' ? 'good' : 'plain'}>{say(`clients.states.${state}`)}</Pill>
      ),
    },
    {
      id: 'recordNumber',
      header: say('clients.columns.recordNumber'),
      number: true,
      sortable: true,
      renderCell: ({ recordNumber }) => <span className="muted">{recordNumber}</span>,
    },
  ];
}
