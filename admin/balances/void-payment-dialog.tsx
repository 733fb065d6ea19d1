import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { Balance, Payment } from './use-balance';

const alsoChanges = ['balance', 'balances'];

interface VoidPaymentDialogProps {
  readonly balance: Balance;
  readonly payment: Payment;
  readonly onClose: () => void;
}

/** A payment that was entered by mistake. */
export function VoidPaymentDialog({ balance, payment, onClose }: VoidPaymentDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { act, busy, problem } = useAct('client-payments', { shows: 'balances', alsoChanges });
  const amount = formats.money(payment.cents);
  const confirm = () => {
    act({ id: payment.id, verb: 'void', version: payment.version }).then(
      () => {
        toasts.add({ text: say('balances.voiding.done'), tone: 'good' });
        onClose();
      },
      (error: unknown) => problemOf(error), // it is shown in the dialog
    );
  };
  return (
    <ConfirmConsequences
      title={say('balances.voiding.title', { amount })}
      lead={say('balances.voiding.lead')}
      consequences={[
        { id: 'entry', what: say('balances.voiding.entry') },
        { id: 'owes', what: say('balances.voiding.owes', { name: balance.clientName, amount }), tone: 'care' },
      ]}
      action={say('balances.voiding.confirm')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
