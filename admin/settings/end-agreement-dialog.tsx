import { Ban, Check, Hourglass } from 'lucide-react';
import type { AgreementView } from '../../api/practice/agreement.contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { agreementChanges } from './use-agreements';
import { useVendorWords } from './use-vendor-words';

interface EndAgreementDialogProps {
  readonly agreement: AgreementView;
  /** Another one of this vendor is in force. */
  readonly stays: boolean;
  readonly onClose: () => void;
}

/** The agreement is over: nothing more goes to the vendor, unless another one holds. */
export function EndAgreementDialog({ agreement, stays, onClose }: EndAgreementDialogProps) {
  const say = useWords();
  const words = useVendorWords();
  const { toasts } = useProgram();
  const { act, busy, problem } = useAct('agreements', { alsoChanges: agreementChanges });
  const name = words.name(agreement.vendor);
  const end = async () => {
    try {
      await act({ id: agreement.id, verb: 'end', version: agreement.version });
      toasts.add({ text: say('settings.agreements.ended', { name }), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  const consequences = () => {
    if (stays) return [{ id: 'stays', icon: Check, what: say('settings.agreements.another', { name }) }];
    const none = { id: 'nothing', icon: Ban, what: say('settings.agreements.endsNow', { name }) };
    // one that does not hold stops nothing that goes on today
    if (agreement.standing !== 'in_force') return [none];
    return [none, { id: 'stops', icon: Hourglass, tone: 'care' as const, what: words.stops(agreement.vendor) }];
  };
  return (
    <ConfirmConsequences
      title={say('settings.agreements.ending', { name })}
      consequences={consequences()}
      action={say('settings.agreements.endAction')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void end()}
      onClose={onClose}
    />
  );
}
