import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { paymentChanges } from './also-changes';

interface ReleaseDialogProps {
  readonly remittance: RemittanceDetail;
  readonly onClose: () => void;
}

/** Before a payment that has the number of another is posted: what is entered, and what stays. */
export function ReleaseDialog({ remittance, onClose }: ReleaseDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { id, version, payerName, paidCents, claims } = remittance;
  const amount = formats.money(paidCents);
  const { act, busy, problem } = useAct('remittances', { alsoChanges: paymentChanges });
  const confirm = async () => {
    try {
      await act({ id, verb: 'release', version });
      toasts.add({ text: say('remittances.release.done'), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say('remittances.release.title', { amount, payer: payerName })}
      lead={say('remittances.release.lead')}
      consequences={[
        { id: 'money', what: say('remittances.release.money', { amount }), tone: 'care' },
        { id: 'claims', what: say('remittances.release.claims', { count: claims }) },
        { id: 'other', what: say('remittances.release.other') },
        { id: 'back', what: say('remittances.release.back') },
      ]}
      action={say('remittances.release.action')}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
