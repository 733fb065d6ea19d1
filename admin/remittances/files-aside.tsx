import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RemittanceFileView } from '../../api/remittances/file.contract';
import { useFormats } from '../../browser/speech';
import { EmptyState } from '../design/empty-state';
import type { Column } from '../design/table-column';
import { ListTable } from '../list/list-table';
import { MemoryList } from '../list/memory-list';
import '../list/list.css';
import { useWords } from '../words';
import { useRemittanceWords } from './use-remittance-words';

const aside = { states: ['quarantined'] } as const;

/** Files of which nothing is posted, and why. */
export function FilesAside({ bar }: { readonly bar: ReactNode }) {
  const say = useWords();
  const columns = useFileColumns();
  return (
    <>
      <div className="list-bar">{bar}</div>
      <MemoryList
        resource="remittance-files"
        place="remittance-files"
        sort={{ field: 'receivedAt', order: 'DESC' }}
        filter={aside}
      >
        <ListTable<RemittanceFileView>
          caption={say('remittances.files.caption')}
          columns={columns}
          empty={
            <EmptyState icon={ShieldCheck} title={say('remittances.noneAside.title')}>
              {say('remittances.noneAside.text')}
            </EmptyState>
          }
        />
      </MemoryList>
    </>
  );
}

function useFileColumns(): readonly Column<RemittanceFileView>[] {
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
