import { Archive, ReceiptText } from 'lucide-react';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { PayerView } from './payer-form';
import { settingsChanges } from './use-billing-settings';

/** No new insurance is with this insurer. */
export function EndPayerDialog({ payer, onClose }: { readonly payer: PayerView; readonly onClose: () => void }) {
  const say = useWords();
  const { toasts } = useProgram();
  const { act, busy, problem } = useAct('payers', { alsoChanges: [...settingsChanges, 'payers'] });
  const end = async () => {
    try {
      await act({ id: payer.id, verb: 'end', version: payer.version });
      toasts.add({ text: say('settings.payer.ended', { name: payer.name }), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say('settings.payer.ending', { name: payer.name })}
      consequences={[
        { id: 'list', icon: Archive, what: say('settings.payer.endsList') },
        { id: 'stays', icon: ReceiptText, what: say('settings.payer.endsStays') },
      ]}
      action={say('settings.payer.endAction')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void end()}
      onClose={onClose}
    />
  );
}
