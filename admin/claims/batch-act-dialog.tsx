import { Clock, Layers, Send, ShieldCheck, TriangleAlert, UserCheck } from 'lucide-react';
import type { BatchView } from '../../api/claims/batch.contract';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import type { Consequence } from '../design/consequence-list';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { type BatchAct, batchVerbs } from './batch-look';

interface BatchActDialogProps {
  readonly batch: BatchView;
  readonly act: BatchAct;
  readonly onClose: () => void;
}

/** Before a batch is tried again, taken over, given up, or settled by what a person heard: what becomes of it and its claims. */
export function BatchActDialog({ batch, act: which, onClose }: BatchActDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const lines = useLines(batch, which);
  const { act, busy, problem } = useAct('claim-batches', { alsoChanges: ['claims', 'work-items'] });
  const confirm = async () => {
    try {
      await act({ id: batch.id, version: batch.version, ...batchVerbs[which] });
      toasts.add({ text: say(`claims.batches.acts.${which}.done`), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say(`claims.batches.acts.${which}.title`, { number: batch.controlNumber })}
      consequences={lines}
      action={say(`claims.batches.acts.${which}.action`)}
      danger={which === 'release' || which === 'absent'}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}

function useLines(batch: BatchView, act: BatchAct): readonly Consequence[] {
  const say = useWords();
  const formats = useFormats();
  const { claims: count, chargeCents, state, next } = batch;
  const money = formats.money(chargeCents);
  const nothingTwice = { id: 'once', icon: ShieldCheck, what: say('claims.batches.acts.once') };
  switch (act) {
    case 'hurry': {
      const asks = state === 'unknown';
      const time = next?.due === null || next?.due === undefined ? null : formats.time(next.due);
      return [
        {
          id: 'now',
          icon: Clock,
          what: asks ? say('claims.batches.acts.hurry.asks') : say('claims.batches.acts.hurry.sends', { count, money }),
        },
        ...(time === null
          ? []
          : [{ id: 'instead', icon: Clock, what: say('claims.batches.acts.hurry.instead', { time }) }]),
        nothingTwice,
      ];
    }
    case 'takeOver':
      return [
        { id: 'yours', icon: UserCheck, what: say('claims.batches.acts.takeOver.yours') },
        { id: 'leaves', icon: Send, what: say('claims.batches.acts.hurry.sends', { count, money }) },
        nothingTwice,
      ];
    case 'release':
      return [
        { id: 'claims', icon: Layers, what: say('claims.batches.acts.release.claims', { count }) },
        { id: 'nothing', icon: ShieldCheck, what: say('claims.batches.acts.release.nothing') },
      ];
    case 'arrived':
      return [
        { id: 'sent', icon: Send, what: say('claims.batches.acts.arrived.sent', { count, money }) },
        { id: 'answers', icon: Clock, what: say('claims.batches.acts.arrived.answers') },
      ];
    case 'absent':
      return [
        { id: 'again', icon: Send, what: say('claims.batches.acts.absent.again', { count, money }) },
        { id: 'twice', icon: TriangleAlert, tone: 'care', what: say('claims.batches.acts.absent.twice') },
      ];
  }
}
