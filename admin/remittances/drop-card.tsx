import { useMemo } from 'react';
import { useGetList, useGetMany } from 'react-admin';
import type { RemittanceFileView } from '../../api/remittances/file.contract';
import { useMay } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { FileDrop } from '../design/file-drop';
import { useWords } from '../words';
import { FileOnItsWay } from './file-on-its-way';
import { useSendFiles } from './use-send-files';
import './remittances.css';

/** Payers and clearinghouses name their files as they like. */
const anyName = '';
/** As the server has it: more is not even sent. */
const largest = 200_000_000;
const mostOpen = 20;

/** Where remittance files are dropped, and how far each is: it can be left alone and reports back. */
export function DropCard() {
  const say = useWords();
  const { dropped, send, again, forget } = useSendFiles();
  const mayDrop = useMay('billing.change');
  const ids = dropped.flatMap(({ id }) => id ?? []);
  const { data: arrived = [] } = useGetMany<RemittanceFileView>(
    'remittance-files',
    { ids },
    { enabled: ids.length > 0 },
  );
  const open = useOpenFiles().filter(({ id }) => !ids.includes(id));
  const byId = useMemo(() => new Map(arrived.filter(Boolean).map((file) => [file.id, file])), [arrived]);
  if (!mayDrop && open.length === 0) return null;
  return (
    <Card as="section" padded className="remittance-drop">
      {mayDrop && (
        <FileDrop
          label={say('remittances.drop.label')}
          hint={say('remittances.drop.hint')}
          accept={anyName}
          maxBytes={largest}
          multiple
          files={none}
          onChange={send}
        />
      )}
      {dropped.length + open.length > 0 && (
        <ul className="remittance-files" aria-label={say('remittances.drop.list')}>
          {dropped.map((one) => (
            <FileOnItsWay
              key={one.key}
              name={one.file.name}
              file={one.id === undefined ? undefined : byId.get(one.id)}
              dropped={one}
              onAgain={() => again(one.key)}
              onForget={() => forget(one.key)}
            />
          ))}
          {open.map((file) => (
            <FileOnItsWay key={file.id} name={file.name} file={file} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const none: readonly File[] = [];

/** Files that are still read or posted, whoever brought them. */
function useOpenFiles(): readonly RemittanceFileView[] {
  const { data = [] } = useGetList<RemittanceFileView>('remittance-files', {
    filter: { open: true },
    sort: { field: 'receivedAt', order: 'DESC' },
    pagination: { page: 1, perPage: mostOpen },
  });
  return data.filter(({ open }) => open);
}
