import { useQuery } from '@tanstack/react-query';
import { CircleDollarSign, ListChecks, Lock, Stethoscope } from 'lucide-react';
import type { NoteView, signNoteContract, signingConsequences } from '../../api/notes/note.contract';
import type { ResponseOf } from '../../api/http/contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { fieldText, problemOf, problemText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import type { Consequence } from '../design/consequence-list';
import { ErrorNotice } from '../design/error-notice';
import { ProblemNotice } from '../design/problem-notice';
import { useSend } from '../form/use-send';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { notePathOf, useShowNote } from './use-note';

interface SignDialogProps {
  readonly note: NoteView;
  readonly version: number;
  readonly onClose: () => void;
}

/** Signing: what it bills, by the rule that then bills it, before the one click that cannot be taken back. */
export function SignDialog({ note, version, onClose }: SignDialogProps) {
  const say = useWords();
  const { http, toasts } = useProgram();
  const show = useShowNote();
  const lines = useLines();
  const { data, error } = useQuery({
    queryKey: ['note-consequences', note.visitId, version],
    queryFn: ({ signal }) =>
      read<typeof signingConsequences>(http, notePathOf(note.visitId, 'consequences'), { signal }),
    gcTime: 0,
  });
  const { send, busy, problem } = useSend({ alsoChanges: ['work-items', 'charges', 'timeline'] });
  const sign = async () => {
    const answer = await send('POST', notePathOf(note.visitId, 'sign'), {}, version);
    if (!answer) return;
    show(answer as ResponseOf<typeof signNoteContract>);
    toasts.add({ text: say('notes.sign.done'), tone: 'good' });
    onClose();
  };
  return (
    <ConfirmConsequences
      title={say('notes.sign.title', { name: note.clientName })}
      consequences={data && lines(data)}
      impossible={Boolean(error)}
      action={say('notes.sign.action')}
      busy={busy}
      problem={<Refusal problem={problem ?? (error ? problemOf(error) : undefined)} />}
      onConfirm={() => void sign()}
      onClose={onClose}
    />
  );
}

/** Why it cannot be signed; a time that cannot be attested stands on the page behind, and is told here. */
function Refusal({ problem }: { readonly problem: Problem | undefined }) {
  const say = useWords();
  const speech = useSpeech();
  const [fault] = problem?.errors ?? [];
  if (!problem || !fault) return <ProblemNotice problem={problem} />;
  const field = say(fault.pointer === '/began' ? 'notes.times.began' : 'notes.times.ended');
  return (
    <ErrorNotice title={problemText(speech, problem).title} remedy={[field, fieldText(speech, fault)].join(': ')} />
  );
}

function useLines(): (found: ResponseOf<typeof signingConsequences>) => readonly Consequence[] {
  const say = useWords();
  return ({ charge, minutes, missing, diagnoses }) => [
    { id: 'locked', icon: Lock, what: say('notes.sign.locked') },
    ...(diagnoses.length > 0
      ? [{ id: 'diagnoses', icon: Stethoscope, what: say('notes.sign.diagnoses', { codes: diagnoses.join(', ') }) }]
      : []),
    charge
      ? {
          id: 'charge',
          icon: CircleDollarSign,
          tone: 'good' as const,
          what: say('notes.sign.bills', {
            code: [charge.code, ...charge.modifiers].join(' '),
            minutes,
            payer: charge.payerName,
          }),
        }
      : {
          id: 'work',
          icon: ListChecks,
          tone: 'care' as const,
          what: say('notes.sign.waits', {
            minutes,
            missing: missing.map((one) => say(`charges.missing.${one}`)).join(', '),
          }),
        },
  ];
}
