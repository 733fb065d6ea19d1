import { Download, FileX } from 'lucide-react';
import { useParams } from 'react-router';
import { useGetOne } from 'react-admin';
import type { BatchView } from '../../api/claims/batch.contract';
import type { ClaimRowView } from '../../api/claims/claim.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { ButtonLink } from '../design/button-link';
import { buttonClass } from '../design/button-look';
import { Card } from '../design/card';
import { DefinitionList } from '../design/definition-list';
import { Icon } from '../design/icon';
import { ListTable } from '../list/list-table';
import { MemoryList } from '../list/memory-list';
import { claimPath } from '../paths';
import { NoRecord } from '../shell/no-record';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { BatchStatePill } from './batch-state-pill';
import { BatchTrouble } from './batch-trouble';
import { useClaimColumns } from './claim-columns';
import { useBatchWords } from './use-batch-words';
import './claims.css';

/** One batch: how it stands, what is in its way and what helps, its numbers, its very bytes, the claims in it. */
export function BatchPage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<BatchView>('claim-batches', { id });
  if (data) return <Batch key={data.id} batch={data} />;
  return (
    <NoRecord
      area="claims"
      title={say('claims.batches.title')}
      problem={error ? problemOf(error) : undefined}
      onRetry={() => void refetch()}
      gone={{
        icon: FileX,
        title: say('claims.batches.gone.title'),
        text: say('claims.batches.gone.text'),
        action: <ButtonLink to="/claims/batches">{say('claims.batches.gone.list')}</ButtonLink>,
      }}
    />
  );
}

function Batch({ batch }: { readonly batch: BatchView }) {
  const say = useWords();
  const formats = useFormats();
  const { controlNumber, claims, chargeCents } = batch;
  return (
    <Page
      area="claims"
      crumbs={[
        { to: '/claims', name: say('claims.title') },
        { to: '/claims/batches', name: say('claims.batches.title') },
        { name: controlNumber },
      ]}
      title={
        <span className="record-title">
          {say('claims.batches.number', { number: controlNumber })}
          <BatchStatePill batch={batch} />
        </span>
      }
      lead={
        <span className="num">
          {say('claims.batches.claims', { count: claims })} · {formats.money(chargeCents)}
        </span>
      }
      actions={batch.file && <DownloadLink batch={batch} />}
    >
      <div className="stack">
        <BatchTrouble batch={batch} />
        <Facts batch={batch} />
        <Within batch={batch} />
      </div>
    </Page>
  );
}

/** The very bytes: the browser saves them under the file's own name, which holds numbers and ids only. */
function DownloadLink({ batch }: { readonly batch: BatchView }) {
  const say = useWords();
  return (
    <a className={buttonClass({})} href={`/api/claim-batches/${batch.id}/file`} download>
      <Icon of={Download} />
      {say('claims.batches.download')}
    </a>
  );
}

function Facts({ batch }: { readonly batch: BatchView }) {
  const say = useWords();
  const formats = useFormats();
  const words = useBatchWords();
  const { controlNumber, groupNumber, openedAt, sentAt, orderedByName, file, tries } = batch;
  const item = (id: string, term: string, value: string) => ({ id, term, value: <span className="num">{value}</span> });
  return (
    <Card padded>
      <DefinitionList
        items={[
          // what is in its way stands above, and says when it goes on
          ...(words.hindrance(batch) === undefined
            ? [item('next', say('claims.batches.columns.next'), words.next(batch))]
            : []),
          item('interchange', say('claims.batches.facts.interchange'), controlNumber),
          item('group', say('claims.batches.facts.group'), groupNumber),
          item('opened', say('claims.batches.facts.opened'), formats.dayTime(openedAt)),
          item(
            'sent',
            say('claims.batches.facts.sent'),
            sentAt === null ? say('claims.batches.facts.notSent') : formats.dayTime(sentAt),
          ),
          item('by', say('claims.batches.facts.by'), orderedByName ?? say('claims.batches.facts.kept')),
          item(
            'file',
            say('claims.batches.facts.file'),
            file
              ? say('claims.batches.facts.bytes', { name: file.name, bytes: file.bytes })
              : say('claims.batches.facts.notWritten'),
          ),
          item('tries', say('claims.batches.facts.tries'), formats.number(tries)),
        ]}
      />
    </Card>
  );
}

function Within({ batch }: { readonly batch: BatchView }) {
  const say = useWords();
  const columns = useClaimColumns();
  return (
    <section className="stack">
      <h2>{say('claims.batches.within')}</h2>
      <MemoryList
        resource="claims"
        place="batch-claims"
        sort={{ field: 'serviceDay', order: 'DESC' }}
        filter={{ batchId: batch.id }}
      >
        <ListTable<ClaimRowView>
          caption={say('claims.batches.within')}
          columns={columns}
          linkTo={({ id }) => claimPath(id)}
          empty={null}
        />
      </MemoryList>
    </section>
  );
}
