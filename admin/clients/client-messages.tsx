import { useGetList } from 'react-admin';
import type { MessageView } from '../../api/messages/message.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useUrlRecord } from '../data/use-url-record';
import { ProblemNotice } from '../design/problem-notice';
import { Table } from '../design/table';
import { useMessageColumns } from '../messages/message-columns';
import { MessageDrawer } from '../messages/message-drawer';
import { useWords } from '../words';
import './client-page.css';

const mostShown = 50;

/** What the client was told, newest first; each opens beside the page. */
export function ClientMessages({ clientId }: { readonly clientId: string }) {
  const say = useWords();
  const open = useUrlRecord('message');
  const [, ...columns] = useMessageColumns(); // whose they are is plain here
  const { data, error } = useGetList<MessageView>('messages', {
    filter: { clientId },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: mostShown },
  });
  if (!data && error) return <ProblemNotice problem={problemOf(error)} />;
  return (
    <>
      <Table<MessageView>
        caption={say('clients.sections.messages')}
        columns={columns}
        rows={data}
        rowKey={({ id }) => id}
        linkTo={({ id }) => open.pathTo(id)}
        empty={<p className="client-none muted">{say('clients.messages.none')}</p>}
      />
      {open.id !== undefined && <MessageDrawer id={open.id} onClose={open.close} />}
    </>
  );
}
