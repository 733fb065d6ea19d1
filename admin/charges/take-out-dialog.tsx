import { BookX, CircleSlash, FilePen } from 'lucide-react';
import type { ChargeView } from '../../api/charges/charge.contract';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import type { Consequence } from '../design/consequence-list';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { billedAs } from './charge-look';

interface TakeOutDialogProps {
  readonly charge: ChargeView;
  /** `cancel`: not billed at all. `reopen`: out of the books, to change it. */
  readonly how: 'cancel' | 'reopen';
  readonly onClose: () => void;
}

export function TakeOutDialog({ charge, how, onClose }: TakeOutDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { act, busy, problem } = useAct('charges', { alsoChanges: ['charges', 'counts', 'note', 'timeline'] });
  const sum = formats.money(charge.cents);
  const lines: readonly (Consequence | false)[] = [
    charge.state === 'approved' && { id: 'books', icon: BookX, what: say('charges.takeOut.books', { sum }) },
    how === 'cancel' && { id: 'not', icon: CircleSlash, tone: 'care', what: say('charges.cancel.notBilled') },
    how === 'reopen' && { id: 'again', icon: FilePen, what: say('charges.reopen.again') },
  ];
  const confirm = async () => {
    try {
      await act({ id: charge.id, verb: how, version: charge.version });
      toasts.add({ text: say(`charges.${how}.done`), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say(`charges.${how}.title`, { code: billedAs(charge) })}
      lead={`${charge.clientName} · ${formats.calendarDay(charge.serviceDay)}`}
      consequences={lines.filter((line) => line !== false)}
      action={say(`charges.${how}.action`)}
      danger={how === 'cancel'}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
