import { Send } from 'lucide-react';
import type { BatchView } from '../../api/claims/batch.contract';
import { useFormats } from '../../browser/speech';
import { ButtonLink } from '../design/button-link';
import { EmptyState } from '../design/empty-state';
import type { Column } from '../design/table-column';
import { ListTable } from '../list/list-table';
import { MemoryList } from '../list/memory-list';
import { batchPath } from '../paths';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { BatchStatePill } from './batch-state-pill';
import { DepartureLine } from './departure-line';
import { SendNow } from './send-now';
import { useBatchWords } from './use-batch-words';
import './claims.css';

/** Claims that leave together: how each batch stands, and what is in the way of those that wait. */
export function BatchesPage() {
  const say = useWords();
  const columns = useBatchColumns();
  return (
    <Page
      area="claims"
      crumbs={[{ to: '/claims', name: say('claims.title') }, { name: say('claims.batches.title') }]}
      title={say('claims.batches.title')}
      lead={say('claims.batches.lead')}
      actions={<SendNow />}
    >
      <DepartureLine />
      <MemoryList resource="claim-batches" place="claim-batches" sort={{ field: 'openedAt', order: 'DESC' }}>
        <ListTable<BatchView>
          caption={say('claims.batches.caption')}
          columns={columns}
          linkTo={({ id }) => batchPath(id)}
          empty={
            <EmptyState
              icon={Send}
              title={say('claims.batches.empty.title')}
              action={<ButtonLink to="/claims">{say('claims.page.gone.list')}</ButtonLink>}
            >
              {say('claims.batches.empty.text')}
            </EmptyState>
          }
        />
      </MemoryList>
    </Page>
  );
}

function useBatchColumns(): readonly Column<BatchView>[] {
  const say = useWords();
  const formats = useFormats();
  const words = useBatchWords();
  return [
    {
      id: 'controlNumber',
      header: say('claims.batches.columns.number'),
      sortable: true,
      renderCell: ({ controlNumber }) => <span className="num nowrap">{controlNumber}</span>,
    },
    {
      id: 'state',
      header: say('claims.batches.columns.state'),
      renderCell: (batch) => <BatchStatePill batch={batch} />,
    },
    {
      id: 'claims',
      header: say('claims.batches.columns.claims'),
      number: true,
      renderCell: ({ claims }) => formats.number(claims),
    },
    {
      id: 'charge',
      header: say('claims.batches.columns.charge'),
      number: true,
      renderCell: ({ chargeCents }) => formats.money(chargeCents),
    },
    {
      id: 'sent',
      header: say('claims.batches.columns.sent'),
      renderCell: ({ sentAt }) => (
        <span className="num nowrap">
          {sentAt === null ? say('claims.batches.facts.notSent') : formats.dayTime(sentAt)}
        </span>
      ),
    },
    {
      id: 'next',
      header: say('claims.batches.columns.next'),
      renderCell: (batch) => <span className="soft claim-due">{words.next(batch)}</span>,
    },
  ];
}
