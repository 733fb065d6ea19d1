import { FileX } from 'lucide-react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router';
import type { FileView } from '../../api/files/file.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { ButtonLink } from '../design/button-link';
import { Card } from '../design/card';
import { DefinitionList } from '../design/definition-list';
import { filesAsidePath } from '../paths';
import { NoRecord } from '../shell/no-record';
import { Page } from '../shell/page';
import { TimelineCard } from '../timeline/timeline-card';
import { useWords } from '../words';
import { FileAside } from './file-aside';
import { FileContent } from './file-content';
import { FileStatePill } from './file-state-pill';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

/** A file that came in: why it is set aside, what can be done, and what stands in it. */
export function FilePage() {
  const say = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<FileView>('edi-files', { id });
  if (data) return <OneFile key={data.id} file={data} />;
  return (
    <NoRecord
      area="remittances"
      title={say('remittances.tabs.aside')}
      problem={error ? problemOf(error) : undefined}
      onRetry={() => void refetch()}
      gone={{
        icon: FileX,
        title: say('remittances.file.gone.title'),
        text: say('remittances.file.gone.text'),
        action: <ButtonLink to={filesAsidePath}>{say('remittances.file.gone.list')}</ButtonLink>,
      }}
    />
  );
}

function OneFile({ file }: { readonly file: FileView }) {
  const say = useWords();
  return (
    <Page
      area="remittances"
      crumbs={[
        { to: '/remittances', name: say('remittances.title') },
        { to: filesAsidePath, name: say('remittances.tabs.aside') },
        { name: file.name },
      ]}
      title={
        <span className="record-title">
          <span className="file-name">{file.name}</span>
          <FileStatePill state={file.state} />
        </span>
      }
    >
      <div className="stack">
        <FileAside file={file} />
        <div className="page-columns">
          <div className="stack page-column">
            <Facts file={file} />
            <FileContent file={file} />
          </div>
          <TimelineCard filter={{ entity: 'edi_file', refId: file.id }} />
        </div>
      </div>
    </Page>
  );
}

function Facts({ file: { kind, bytes, cameBy, broughtBy, receivedAt } }: { readonly file: FileView }) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  return (
    <Card padded>
      <DefinitionList
        items={[
          { id: 'kind', term: say('remittances.file.kind'), value: words.kind(kind) },
          {
            id: 'bytes',
            term: say('remittances.file.size'),
            value: <span className="num">{say('remittances.file.bytes', { count: bytes })}</span>,
          },
          { id: 'came', term: say('remittances.files.came'), value: words.cameBy(cameBy, broughtBy) },
          {
            id: 'received',
            term: say('remittances.files.received'),
            value: <span className="num">{formats.dayTime(receivedAt)}</span>,
          },
        ]}
      />
    </Card>
  );
}
