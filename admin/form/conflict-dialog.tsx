import type { ReactNode } from 'react';
import type { FieldConflict } from '../../browser/http/conflict';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Pill } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import type { SaveConflict } from './use-save';

interface ConflictDialogProps {
  readonly conflict: SaveConflict;
  readonly busy: boolean;
  /** The field's name as the form has it. */
  readonly labelOf: (field: string) => string;
  /** A value as the form shows it; texts and numbers show as they are. */
  readonly renderValue?: (field: string, value: unknown) => ReactNode;
}

/** Someone else saved first: both versions side by side. It closes by choosing one, so that neither is lost by accident. */
export function ConflictDialog({ conflict, busy, labelOf, renderValue }: ConflictDialogProps) {
  const say = useWords();
  const show = (field: string, value: unknown): ReactNode =>
    isBlank(value) ? (
      <span className="muted">{say('shell.conflict.blank')}</span>
    ) : (
      (renderValue?.(field, value) ?? plain(value))
    );
  const columns: readonly Column<FieldConflict>[] = [
    {
      id: 'field',
      header: say('shell.conflict.field'),
      renderCell: ({ field, both }) => (
        <>
          {labelOf(field)}
          {both && (
            <>
              {' '}
              <Pill tone="care">{say('shell.conflict.both')}</Pill>
            </>
          )}
        </>
      ),
    },
    { id: 'mine', header: say('shell.conflict.mine'), renderCell: ({ field, mine }) => show(field, mine) },
    { id: 'theirs', header: say('shell.conflict.theirs'), renderCell: ({ field, theirs }) => show(field, theirs) },
  ];
  return (
    <Dialog
      title={say('shell.conflict.title')}
      lead={say('shell.conflict.text')}
      placement="wide"
      footer={
        <>
          <Button onClick={conflict.takeTheirs}>{say('shell.conflict.takeTheirs')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void conflict.saveMine()}>
            {say('shell.conflict.saveMine')}
          </Button>
        </>
      }
    >
      <Table
        caption={say('shell.conflict.title')}
        columns={columns}
        rows={conflict.fields}
        rowKey={({ field }) => field}
      />
    </Dialog>
  );
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
