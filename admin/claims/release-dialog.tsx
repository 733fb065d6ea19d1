import { Layers, ShieldCheck } from 'lucide-react';
import type { BatchView } from '../../api/claims/batch.contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';

/** Before a batch that the clearinghouse will not take is given up: what becomes of its claims. */
export function ReleaseDialog({ batch, onClose }: { readonly batch: BatchView; readonly onClose: () => void }) {
  const say = useWords();
  const { toasts } = useProgram();
  const { act, busy, problem } = useAct('claim-batches', { alsoChanges: ['claims', 'work-items'] });
  const confirm = async () => {
    try {
      await act({ id: batch.id, verb: 'release', version: batch.version });
      toasts.add({ text: say('claims.batches.releasing.done'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say('claims.batches.releasing.title', { number: batch.controlNumber })}
      consequences={[
        { id: 'claims', icon: Layers, what: say('claims.batches.releasing.claims') },
        { id: 'nothing', icon: ShieldCheck, what: say('claims.batches.releasing.nothing') },
      ]}
      action={say('claims.batches.releasing.action')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
