import { Archive, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FileView } from '../../api/files/file.contract';
import { useFormats } from '../../browser/speech';
import { useUrlFilter } from '../data/url-filter';
import { EmptyState } from '../design/empty-state';
import { SegmentedControl } from '../design/segmented-control';
import type { Column } from '../design/table-column';
import { ListTable } from '../list/list-table';
import { MemoryList } from '../list/memory-list';
import '../list/list.css';
import { filePath } from '../paths';
import { useWords } from '../words';
import { useRemittanceWords } from './use-remittance-words';

const states = ['quarantined', 'dismissed'] as const satisfies readonly FileView['state'][];
const filters = { quarantined: { states: ['quarantined'] }, dismissed: { states: ['dismissed'] } };

/** Files that came in and could not be used, whatever they are, and why; those that a person dismissed too. */
export function FilesAside({ bar }: { readonly bar: ReactNode }) {
  const say = useWords();
  const columns = useFileColumns();
  const [chosen, setState] = useUrlFilter('files', states); // `state` is the payments’ own, and their views keep it
  const state = chosen ?? 'quarantined';
  const none = state === 'dismissed' ? 'noneDismissed' : 'noneAside';
  return (
    <>
      <div className="list-bar">
        {bar}
        <SegmentedControl
          label={say('remittances.file.shown')}
          segments={states.map((value) => ({ value, name: say(`remittances.file.filters.${value}`) }))}
          value={state}
          onChange={(next) => setState(next === 'quarantined' ? undefined : next)}
        />
      </div>
      <MemoryList
        key={state}
        resource="edi-files"
        place="edi-files"
        sort={{ field: 'receivedAt', order: 'DESC' }}
        filter={filters[state]}
      >
        <ListTable<FileView>
          caption={say('remittances.files.caption')}
          columns={columns}
          linkTo={({ id }) => filePath(id)}
          empty={
            <EmptyState icon={state === 'dismissed' ? Archive : ShieldCheck} title={say(`remittances.${none}.title`)}>
              {say(`remittances.${none}.text`)}
            </EmptyState>
          }
        />
      </MemoryList>
    </>
  );
}

function useFileColumns(): readonly Column<FileView>[] {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  return [
    { id: 'name', header: say('remittances.files.name'), renderCell: ({ name }) => name },
    {
      id: 'why',
      header: say('remittances.files.why'),
      renderCell: ({ reason }) => words.reason(reason ?? 'other'),
    },
    { id: 'kind', header: say('remittances.file.kind'), renderCell: ({ kind }) => words.kind(kind) },
    {
      id: 'bytes',
      header: say('remittances.file.size'),
      number: true,
      renderCell: ({ bytes }) => say('remittances.file.bytes', { count: bytes }),
    },
    {
      id: 'came',
      header: say('remittances.files.came'),
      renderCell: ({ cameBy, broughtBy }) => words.cameBy(cameBy, broughtBy),
    },
    {
      id: 'receivedAt',
      header: say('remittances.files.received'),
      number: true,
      sortable: true,
      renderCell: ({ receivedAt }) => formats.dayTime(receivedAt),
    },
  ];
}
