import { useQuery } from '@tanstack/react-query';
import { Send, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { getReady, sendClaimsContract } from '../../api/claims/batch.contract';
import type { ResponseOf } from '../../api/http/contract';
import { read } from '../../browser/http/ask';
import { problemOf } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { isAutomatic } from '../data/automatic';
import { Banner } from '../design/banner';
import { Button } from '../design/button';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useSend } from '../form/use-send';
import { batchPath } from '../paths';
import { useProgram } from '../program-context';
import { useAction } from '../shell/actions';
import { useWords } from '../words';

/** Sends the claims that are ready, after saying how many and what becomes of them. */
export function SendNow() {
  return useMay('billing.change') ? <SendButton /> : null;
}

function SendButton() {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const ask = () => setAsking(true);
  useAction({ id: 'claims.send', name: say('claims.send.name'), icon: Send, key: 's', run: ask });
  return (
    <>
      <Button kind="primary" icon={Send} keyHint="S" onClick={ask}>
        {say('claims.send.name')}
      </Button>
      {asking && <SendDialog onClose={() => setAsking(false)} />}
    </>
  );
}

const alsoChanges = ['claims', 'claim-batches', 'work-items'];

function SendDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  const formats = useFormats();
  const go = useNavigate();
  const { http, toasts } = useProgram();
  const { data: ready, error } = useQuery({
    queryKey: ['claim-batches', 'ready'],
    queryFn: ({ signal }) => read<typeof getReady>(http, 'claim-batches/ready', { signal, automatic: isAutomatic() }),
  });
  const { send, busy, problem } = useSend({ alsoChanges });
  const confirm = async () => {
    const answer = (await send('POST', 'claim-batches', {})) as ResponseOf<typeof sendClaimsContract> | undefined;
    if (!answer) return; // the problem stands in the dialog
    onClose();
    const { batch } = answer;
    if (!batch) {
      toasts.add({ text: say('claims.send.keptBack'), tone: 'bad' });
      return;
    }
    toasts.add({ text: say('claims.send.done', { number: batch.controlNumber }), tone: 'good' });
    await go(batchPath(batch.id));
  };
  const lines = ready && [
    {
      id: 'claims',
      icon: Send,
      what: say('claims.send.claims', { count: ready.claims, money: formats.money(ready.chargeCents) }),
    },
    { id: 'scrub', icon: ShieldCheck, what: say('claims.send.scrub') },
    { id: 'once', icon: ShieldQuestion, what: say('claims.send.once') },
  ];
  const none = ready?.claims === 0;
  return (
    <ConfirmConsequences
      title={say('claims.send.title')}
      consequences={lines}
      impossible={none || error !== null}
      action={say('claims.send.action')}
      busy={busy}
      problem={<ProblemNotice problem={problem ?? (error ? problemOf(error) : undefined)} />}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {none && <Banner title={say('claims.send.none')} />}
    </ConfirmConsequences>
  );
}
