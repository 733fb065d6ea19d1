import { Archive, ListX } from 'lucide-react';
import { useState } from 'react';
import type { FileView, dismissFileContract } from '../../api/files/file.contract';
import type { BodyOf } from '../../api/http/contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { alsoChanges } from './also-changes';

type Dismissal = BodyOf<typeof dismissFileContract>['why'];
const reasons = ['came_again', 'not_ours', 'not_needed'] as const satisfies readonly Dismissal[];

interface DismissFileDialogProps {
  readonly file: FileView;
  readonly onClose: () => void;
}

/** A file that nothing is to be done with: why, and what stays. */
export function DismissFileDialog({ file, onClose }: DismissFileDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const [why, setWhy] = useState<Dismissal>(reasons[0]);
  const { act, busy, problem } = useAct('edi-files', { alsoChanges });
  const confirm = async () => {
    try {
      await act({ id: file.id, verb: 'dismiss', version: file.version, data: { why } });
      toasts.add({ text: say('remittances.file.dismiss.done'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say('remittances.file.dismiss.title')}
      lead={file.name}
      consequences={[
        { id: 'work', icon: ListX, what: say('remittances.file.dismiss.work') },
        { id: 'stays', icon: Archive, what: say('remittances.file.dismiss.stays') },
      ]}
      action={say('remittances.file.dismiss.action')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <SegmentedControl
        label={say('remittances.file.dismiss.why')}
        segments={reasons.map((value) => ({ value, name: say(`remittances.file.dismiss.reasons.${value}`) }))}
        value={why}
        onChange={setWhy}
      />
    </ConfirmConsequences>
  );
}
