import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { NoteRowView } from '../../api/notes/note.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { Pager } from '../design/pager';
import { Pill } from '../design/pill';
import { ProblemNotice } from '../design/problem-notice';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { notePath } from '../paths';
import { useWords } from '../words';

const perPage = 20;

/** The notes of a client's sessions, the latest first; each opens on its page. */
export function ClientNotes({ clientId }: { readonly clientId: string }) {
  const say = useWords();
  const [page, setPage] = useState(1);
  const columns = useColumns();
  const { data, total, error } = useGetList<NoteRowView>('notes', {
    filter: { clientId },
    sort: { field: 'startsAt', order: 'DESC' },
    pagination: { page, perPage },
  });
  if (!data && error) return <ProblemNotice problem={problemOf(error)} />;
  return (
    <div className="stack">
      <Table<NoteRowView>
        caption={say('notes.list.tab')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        linkTo={({ id }) => notePath(id)}
        empty={<p className="client-none muted">{say('notes.list.none')}</p>}
      />
      {total !== undefined && total > perPage && <Pager page={page} perPage={perPage} total={total} onPage={setPage} />}
    </div>
  );
}

function useColumns(): readonly Column<NoteRowView>[] {
  const say = useWords();
  const formats = useFormats();
  return [
    {
      id: 'when',
      header: say('notes.list.columns.when'),
      renderCell: ({ startsAt }) => <span className="num nowrap">{formats.dayTime(startsAt)}</span>,
    },
    { id: 'with', header: say('notes.list.columns.with'), renderCell: ({ clinicianName }) => clinicianName },
    {
      id: 'what',
      header: say('notes.list.columns.what'),
      renderCell: ({ typeName, minutes }) => (
        <>
          <span className="nowrap">{typeName}</span>
          {minutes !== null && <div className="small muted">{say('notes.times.minutes', { minutes })}</div>}
        </>
      ),
    },
    {
      id: 'note',
      header: say('notes.list.columns.note'),
      renderCell: ({ state, amendments }) => (
        <>
          <Pill tone={state === 'signed' ? 'good' : 'care'}>{say(`notes.states.${state ?? 'none'}`)}</Pill>
          {amendments > 0 && <div className="small muted">{say('notes.list.amendments', { count: amendments })}</div>}
        </>
      ),
    },
    {
      id: 'diagnoses',
      header: say('notes.list.columns.diagnoses'),
      renderCell: ({ diagnoses }) => <span className="num">{diagnoses.join(', ')}</span>,
    },
  ];
}
