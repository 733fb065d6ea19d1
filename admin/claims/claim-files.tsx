import { FileClock } from 'lucide-react';
import type { ClaimDetailView, ClaimFileView } from '../../api/claims/claim.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { EmptyState } from '../design/empty-state';
import { Pill } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';

/** The files that carried the claim or answered it, and where in them it stands. */
export function ClaimFiles({ claim }: { readonly claim: ClaimDetailView }) {
  const say = useWords();
  const columns = useFileColumns();
  return (
    <Table<ClaimFileView>
      caption={say('claims.files.caption')}
      columns={columns}
      rows={claim.files}
      rowKey={(file) => keyOf(file)}
      empty={
        <EmptyState icon={FileClock} title={say('claims.files.none.title')}>
          {say('claims.files.none.text')}
        </EmptyState>
      }
    />
  );
}

const keyOf = ({ id, place }: ClaimFileView): string => `${id} ${String(place?.from ?? 0)}`;

function useFileColumns(): readonly Column<ClaimFileView>[] {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  return [
    {
      id: 'file',
      header: say('claims.files.file'),
      renderCell: ({ kind }) => (
        <span className="row">
          {sayIfKnown(`claims.files.kinds.${kind ?? 'other'}`) ?? say('claims.files.kinds.other')}
          {kind !== null && <Pill>{kind}</Pill>}
        </span>
      ),
    },
    {
      id: 'when',
      header: say('claims.files.when'),
      renderCell: ({ at }) => <span className="num nowrap">{formats.dayTime(at)}</span>,
    },
    {
      id: 'about',
      header: say('claims.files.about'),
      renderCell: ({ batch, remittance, versionNo }) =>
        [
          batch && say('claims.files.batch', { number: batch.controlNumber }),
          remittance && say('claims.files.remittance', { number: remittance.traceNumber }),
          versionNo !== null && say('claims.files.version', { version: String(versionNo) }),
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      id: 'place',
      header: say('claims.files.place'),
      renderCell: ({ place }) => (
        <span className="num">
          {place
            ? say('claims.files.bytes', { from: place.from, until: Math.max(place.from, place.until - 1) })
            : say('claims.files.wholeFile')}
        </span>
      ),
    },
  ];
}
