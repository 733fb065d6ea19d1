import { Archive } from 'lucide-react';
import type { ClientView } from '../../api/clients/client.contract';
import { useFormats } from '../../browser/speech';
import { ConfirmConsequences } from '../design/confirm-consequences';
import { ProblemNotice } from '../design/problem-notice';
import { useAct } from '../form/use-act';
import { useWords } from '../words';
import { useReachConsequences } from './use-reach-consequences';
import { useShiftLines } from './use-shift-lines';

interface EndContactDialogProps {
  readonly client: ClientView;
  readonly contact: ClientView['contacts'][number];
  readonly onClose: () => void;
}

/** A number or an address that no longer reaches the client; first what it means for reminders. */
export function EndContactDialog({ client, contact, onClose }: EndContactDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const lines = useShiftLines();
  const { shifts, problem: unknown } = useReachConsequences(client.id, { of: 'end_contact', contactId: contact.id });
  const { act, busy, problem } = useAct('clients', { alsoChanges: ['appointments', 'planned-messages'] });
  const value = contact.kind === 'email' ? contact.value : formats.phone(contact.value);
  const end = async () => {
    try {
      await act({ id: client.id, verb: 'contacts/end', version: client.version, data: { contactId: contact.id } });
      onClose();
    } catch {
      // it stands in the dialog
    }
  };
  return (
    <ConfirmConsequences
      title={say('clients.contacts.endTitle', { value, name: client.name })}
      consequences={shifts && [{ id: 'ends', icon: Archive, what: say('clients.contacts.ends') }, ...lines(shifts)]}
      action={say('clients.contacts.endAction')}
      danger
      busy={busy}
      problem={<ProblemNotice problem={problem ?? unknown} />}
      onConfirm={() => void end()}
      onClose={onClose}
    />
  );
}
