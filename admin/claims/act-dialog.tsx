import { useState } from 'react';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats } from '../../browser/speech';
import { Banner } from '../design/banner';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { TextInput } from '../design/text-input';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { ClaimAct } from './claim-acts';
import { useActLines } from './use-act-lines';

interface ActDialogProps {
  readonly claim: ClaimDetailView;
  readonly act: ClaimAct;
  readonly onClose: () => void;
}

const longestNote = 500;

/** Before a claim is corrected, taken back, appealed or given up: what it brings about, on the version that is seen. */
export function ActDialog({ claim, act: which, onClose }: ActDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const [note, setNote] = useState('');
  const { act, busy, problem } = useAct('claims', { alsoChanges: ['work-items', 'timeline'] });
  const authorization = which === 'correct' ? (claim.authorization.fitting ?? undefined) : undefined;
  const lines = useActLines(claim, which, authorization?.number);
  const confirm = async () => {
    try {
      await act({ id: claim.id, verb: which, version: claim.version, data: dataOf(which, authorization?.id, note) });
      const asked = which === 'void' && claim.outlook.takenIn;
      toasts.add({ text: asked ? say('claims.acts.void.asked') : say(`claims.acts.${which}.done`), tone: 'good' });
      onClose();
    } catch {
      // it stands in the dialog, and what was typed stays
    }
  };
  return (
    <ConfirmConsequences
      title={say(`claims.acts.${which}.title`)}
      lead={`${claim.clientName} · ${formats.money(claim.chargeCents)} · ${claim.payerName}`}
      consequences={lines ?? []}
      impossible={lines === undefined}
      action={say(`claims.acts.${which}.action`)}
      danger={which === 'void' || which === 'close'}
      busy={busy}
      problem={<ProblemNotice problem={problem} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {lines === undefined && <Banner tone="care" title={say('claims.acts.cannotYet')} />}
      {which === 'appeal' && (
        <Field label={say('claims.acts.appeal.note')} hint={say('claims.acts.appeal.noteHint')} optional>
          {(control) => (
            <TextInput {...control} autoComplete="off" maxLength={longestNote} value={note} onChange={setNote} />
          )}
        </Field>
      )}
    </ConfirmConsequences>
  );
}

function dataOf(act: ClaimAct, authorizationId: string | undefined, note: string): Readonly<Record<string, unknown>> {
  if (act === 'correct') return authorizationId === undefined ? {} : { authorizationId };
  if (act === 'appeal') return { note: note.trim() === '' ? null : note.trim() };
  return {};
}
