import type { RemittanceDetail, askUndoRemittance } from '../../api/remittances/remittance.contract';
import type { ResponseOf } from '../../api/http/contract';
import { pathOf } from '../../browser/http/http';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import type { Consequence } from '../design/consequence-list';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useAsked } from '../schedule/use-asked';
import { useWords } from '../words';
import { paymentChanges } from './also-changes';

const nothing = {};

interface UndoDialogProps {
  readonly remittance: RemittanceDetail;
  readonly onClose: () => void;
}

/** Takes a whole payment back, after saying what that does. */
export function UndoDialog({ remittance, onClose }: UndoDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const { id, version, payerName, paidCents } = remittance;
  const lines = useUndoLines();
  const { answer, problem: unknown } = useAsked<typeof askUndoRemittance>(
    `undo ${version}`,
    pathOf('remittances', id, 'undo-consequences'),
    nothing,
  );
  const { act, busy, problem } = useAct('remittances', { alsoChanges: paymentChanges });
  const confirm = () => {
    act({ id, verb: 'undo', version }).then(
      () => {
        toasts.add({ text: say('remittances.undo.done', { payer: payerName }), tone: 'good' });
        onClose();
      },
      (error: unknown) => problemOf(error), // it is shown in the dialog
    );
  };
  return (
    <ConfirmConsequences
      title={say('remittances.undo.title', { amount: formats.money(paidCents), payer: payerName })}
      lead={say('remittances.undo.lead')}
      consequences={answer && lines(answer)}
      impossible={unknown !== undefined}
      action={say('remittances.undo.confirm')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem ?? unknown} />}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

function useUndoLines(): (found: ResponseOf<typeof askUndoRemittance>) => readonly Consequence[] {
  const say = useWords();
  const formats = useFormats();
  return (found) => {
    const { entries, claims, clients, waiting, reversalsWait, opened, stay } = found;
    const lines: readonly (Consequence | false)[] = [
      { id: 'entries', what: say('remittances.undo.entries', { count: entries }) },
      { id: 'cash', what: say('remittances.undo.cash', { amount: formats.money(found.cashCents) }), tone: 'care' },
      claims > 0 && {
        id: 'claims',
        what: say('remittances.undo.claims', { count: claims, amount: formats.money(found.openCents) }),
        tone: 'care',
      },
      clients > 0 && {
        id: 'clients',
        what: say('remittances.undo.clients', { count: clients, amount: formats.money(found.clientCents) }),
      },
      opened > 0 && { id: 'opened', what: say('remittances.undo.opened', { count: opened }), tone: 'care' },
      reversalsWait > 0 && { id: 'reversals', what: say('remittances.undo.reversals', { count: reversalsWait }) },
      stay > 0 && { id: 'stay', what: say('remittances.undo.stay', { count: stay }), tone: 'care' },
      waiting > 0 && { id: 'waiting', what: say('remittances.undo.waiting', { count: waiting }) },
      { id: 'again', what: say('remittances.undo.again') },
    ];
    return lines.filter((line) => line !== false);
  };
}
