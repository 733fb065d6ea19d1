import { useState } from 'react';
import type { BodyOf } from '../../api/http/contract';
import type { setAsideContract } from '../../api/remittances/claim.contract';
import type { RemittanceClaimRow } from '../../api/remittances/remittance.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { alsoChanges } from './also-changes';

type AsideReason = BodyOf<typeof setAsideContract>['why'];
const reasons = ['not_ours', 'settled_elsewhere', 'no_effect'] as const satisfies readonly AsideReason[];

interface SetAsideDialogProps {
  readonly claim: RemittanceClaimRow;
  readonly onSettle: (done: boolean) => void;
  readonly onClose: () => void;
}

/** An answer that is not to be posted: why, and where its money stays. Enter takes the first reason. */
export function SetAsideDialog({ claim, onSettle, onClose }: SetAsideDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const [why, setWhy] = useState<AsideReason>(reasons[0]);
  const { act, busy, problem } = useAct('remittance-claims', { alsoChanges });
  const confirm = () => {
    act({ id: claim.id, verb: 'set-aside', version: claim.version, data: { why } }).then(
      () => {
        toasts.add({ text: say('remittances.review.wasSetAside'), tone: 'good' });
        onClose();
        onSettle(true);
      },
      (error: unknown) => problemOf(error), // it is shown in the dialog
    );
  };
  return (
    <ConfirmConsequences
      title={say('remittances.review.aside.title')}
      lead={claim.patientName ?? claim.controlNumber}
      consequences={[
        { id: 'money', what: say('remittances.review.aside.money', { amount: formats.money(claim.paidCents) }) },
        { id: 'back', what: say('remittances.review.aside.back') },
      ]}
      action={say('remittances.review.setAside')}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SegmentedControl
        label={say('remittances.review.aside.why')}
        segments={reasons.map((value) => ({ value, name: say(`remittances.review.aside.reasons.${value}`) }))}
        value={why}
        onChange={setWhy}
      />
    </ConfirmConsequences>
  );
}
