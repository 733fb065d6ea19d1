import { FileClock } from 'lucide-react';
import type { ClaimDetailView, ClaimFileView } from '../../api/claims/claim.contract';
import { useUrlRecord } from '../data/use-url-record';
import { EmptyState } from '../design/empty-state';
import { Pill } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { ClaimFile } from './claim-file';
import { useFileWords } from './use-file-words';

/** The files that carried the claim or answered it, where in them it stands, and what they say of it. */
export function ClaimFiles({ claim }: { readonly claim: ClaimDetailView }) {
  const say = useWords();
  const columns = useFileColumns();
  const open = useUrlRecord('file');
  const shown = claim.files.find(({ id }) => id === open.id);
  return (
    <div className="stack">
      <Table<ClaimFileView>
        caption={say('claims.files.caption')}
        columns={columns}
        rows={claim.files}
        rowKey={({ id, place }) => `${id} ${String(place?.from ?? 0)}`}
        linkTo={({ id }) => open.pathTo(id)}
        empty={
          <EmptyState icon={FileClock} title={say('claims.files.none.title')}>
            {say('claims.files.none.text')}
          </EmptyState>
        }
      />
      {shown && <ClaimFile key={shown.id} claimId={claim.id} file={shown} onClose={open.close} />}
    </div>
  );
}

function useFileColumns(): readonly Column<ClaimFileView>[] {
  const say = useWords();
  const words = useFileWords();
  return [
    { id: 'file', header: say('claims.files.file'), renderCell: ({ kind }) => words.kind(kind) },
    {
      id: 'kind',
      header: say('claims.files.kind'),
      renderCell: ({ kind }) => kind !== null && <Pill>{kind}</Pill>,
    },
    {
      id: 'when',
      header: say('claims.files.when'),
      renderCell: (file) => <span className="num nowrap">{words.when(file)}</span>,
    },
    { id: 'about', header: say('claims.files.about'), renderCell: words.about },
    {
      id: 'place',
      header: say('claims.files.place'),
      renderCell: (file) => <span className="num nowrap">{words.place(file)}</span>,
    },
  ];
}
