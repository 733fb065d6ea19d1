import { FileSearch, Landmark, Undo2 } from 'lucide-react';
import type { FileView } from '../../api/files/file.contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { alsoChanges } from './also-changes';

interface RetryFileDialogProps {
  readonly file: FileView;
  readonly onClose: () => void;
}

/** Before a file that was set aside is read once more: what comes of it either way. */
export function RetryFileDialog({ file, onClose }: RetryFileDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const { act, busy, problem } = useAct('edi-files', { alsoChanges });
  const confirm = async () => {
    try {
      await act({ id: file.id, verb: 'retry', version: file.version });
      toasts.add({ text: say('remittances.file.retry.done'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say('remittances.file.retry.title')}
      lead={file.name}
      consequences={[
        { id: 'reads', icon: FileSearch, what: say('remittances.file.retry.reads') },
        { id: 'posts', icon: Landmark, what: say('remittances.file.retry.posts') },
        { id: 'again', icon: Undo2, what: say('remittances.file.retry.again') },
      ]}
      action={say('remittances.file.retry.action')}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
