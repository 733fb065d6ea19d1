import { PenLine } from 'lucide-react';
import type { ClientView } from '../../api/clients/client.contract';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useWords } from '../words';
import type { Channel } from './registration';
import { useReachConsequences } from './use-reach-consequences';
import { useShiftLines } from './use-shift-lines';

interface ConsentDialogProps {
  readonly client: ClientView;
  readonly channel: Channel;
  readonly granted: boolean;
  readonly onClose: () => void;
}

/** The client agrees to a channel, or takes it back; first which reminders that brings or lets fall away. */
export function ConsentDialog({ client, channel, granted, onClose }: ConsentDialogProps) {
  const say = useWords();
  const lines = useShiftLines();
  const { shifts, problem: unknown } = useReachConsequences(client.id, { of: 'consent', channel, granted });
  const { act, busy, problem } = useAct('clients', { alsoChanges: ['appointments', 'planned-messages'] });
  const save = async () => {
    try {
      await act({ id: client.id, verb: 'consents', version: client.version, data: { channel, granted } });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say(`clients.consents.${granted ? 'giveTitle' : 'withdrawTitle'}.${channel}`, { name: client.name })}
      consequences={shifts && [{ id: 'noted', icon: PenLine, what: say('clients.consents.noted') }, ...lines(shifts)]}
      action={say(granted ? 'clients.consents.giveAction' : 'clients.consents.withdrawAction')}
      danger={!granted}
      busy={busy}
      problem={<ProblemNotice problem={problem ?? unknown} />}
      onConfirm={() => void save()}
      onClose={onClose}
    />
  );
}
