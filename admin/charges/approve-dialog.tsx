import { useQuery } from '@tanstack/react-query';
import { BookCheck, Clock, FilePen, FileText } from 'lucide-react';
import { useState } from 'react';
import type { ApprovalView, ChargeView, approvalConsequences } from '../../api/charges/charge.contract';
import { ask } from '../../browser/http/ask';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import type { Consequence } from '../design/consequence-list';
import { ProblemNotice } from '../design/problem-notice';
import { useSend } from '../form/use-send';
import { useProgram } from '../program-context';
import { useWords } from '../words';

interface ApproveDialogProps {
  readonly charges: readonly ChargeView[];
  readonly onApproved?: () => void;
  readonly onClose: () => void;
}

/** Before charges are approved: what enters the books, which claims are made, and which still wait. */
export function ApproveDialog({ charges, onApproved, onClose }: ApproveDialogProps) {
  const say = useWords();
  const { http, toasts } = useProgram();
  const lines = useLines();
  const [asked] = useState(charges); // what one looks at is what is approved, whatever comes in meanwhile
  const ids = asked.map(({ id }) => id);
  const { data, error } = useQuery({
    queryKey: ['approval', ids],
    queryFn: ({ signal }) =>
      ask<typeof approvalConsequences>(http, 'charges/approval-consequences', { ids }, { signal }),
    gcTime: 0,
  });
  const { send, busy, problem } = useSend({ alsoChanges: ['charges', 'claims', 'counts', 'note', 'timeline'] });
  const approve = async () => {
    const body = { charges: asked.map(({ id, version }) => ({ id, version })) };
    if (!(await send('POST', 'charges/approve', body))) return;
    const claims = data?.visits.filter(({ claimFollows }) => claimFollows).length ?? 0;
    toasts.add({ text: say('charges.approve.done', { count: claims }), tone: 'good' });
    onApproved?.();
    onClose();
  };
  return (
    <ConfirmConsequences
      title={say('charges.approve.title', { count: asked.length })}
      consequences={data && lines(data)}
      impossible={Boolean(error)}
      action={say('charges.approve.action')}
      busy={busy}
      problem={<ProblemNotice problem={problem ?? (error ? problemOf(error) : undefined)} />}
      onConfirm={() => void approve()}
      onClose={onClose}
    />
  );
}

const mostShown = 6;

function useLines(): (found: ApprovalView) => readonly Consequence[] {
  const say = useWords();
  const formats = useFormats();
  return ({ visits }) => {
    const claims = visits.filter(({ claimFollows }) => claimFollows);
    const more = claims.length - mostShown;
    return [
      {
        id: 'books',
        icon: BookCheck,
        what: say('charges.approve.books', { sum: formats.money(visits.reduce((sum, { cents }) => sum + cents, 0)) }),
      },
      ...claims.slice(0, mostShown).map(({ visitId, clientName, payerName, serviceDay, codes, cents }) => ({
        id: visitId,
        icon: FileText,
        tone: 'good' as const,
        what: say('charges.approve.claim', {
          name: clientName,
          day: formats.calendarDay(serviceDay),
          codes: codes.join(', '),
          sum: formats.money(cents),
          payer: payerName ?? '',
        }),
      })),
      ...(more > 0 ? [{ id: 'more', icon: FileText, what: say('charges.approve.more', { count: more }) }] : []),
      ...visits
        .filter(({ waiting, claimId }) => waiting.length > 0 && claimId === null)
        .map(({ visitId, clientName, waiting }) => ({
          id: visitId,
          icon: Clock,
          tone: 'care' as const,
          what: say('charges.approve.waits', { name: clientName, codes: waiting.join(', ') }),
        })),
      ...visits
        .filter(({ claimId }) => claimId !== null)
        .map(({ visitId, clientName }) => ({
          id: visitId,
          icon: FilePen,
          tone: 'care' as const,
          what: say('charges.approve.correct', { name: clientName }),
        })),
    ];
  };
}
