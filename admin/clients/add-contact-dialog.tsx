import type { ClientView } from '../../api/clients/client.contract';
import { fieldText } from '../../browser/http/problem-words';
import { useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { CheckBox } from '../design/checkbox';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { ProblemNotice } from '../design/problem-notice';
import { SegmentedControl } from '../design/segmented-control';
import { TextInput } from '../design/text-input';
import { useAct } from '../form/use-act';
import { useDraft } from '../form/use-draft';
import { useWords } from '../words';

interface AddContactDialogProps {
  readonly client: ClientView;
  readonly onClose: () => void;
}

const kinds = ['mobile', 'phone', 'email'] as const;
interface Typed {
  readonly kind: (typeof kinds)[number];
  readonly value: string;
  readonly leaveMessage: boolean;
  /** It was tried to add it: from then on what is missing is told. */
  readonly sent: boolean;
}
const blank: Typed = { kind: 'mobile', value: '', leaveMessage: false, sent: false };
const inputTypes = { mobile: 'tel', phone: 'tel', email: 'email' } as const;

/** A new number or address. Of each kind the newest is used. */
export function AddContactDialog({ client, onClose }: AddContactDialogProps) {
  const say = useWords();
  const speech = useSpeech();
  const { values, set } = useDraft(blank);
  const { act, busy, problem } = useAct('clients', { alsoChanges: ['appointments', 'planned-messages'] });
  const fault = problem?.errors.find(({ pointer }) => pointer === '/value');
  const empty = values.value.trim() === '';
  const wrong = (): string | undefined => {
    if (empty && values.sent) return say('fields.required');
    return fault && fieldText(speech, fault);
  };
  const add = async () => {
    set('sent')(true);
    if (busy || empty) return;
    const { kind, value, leaveMessage } = values;
    try {
      const data = { kind, value: value.trim(), leaveMessage: kind !== 'email' && leaveMessage };
      await act({ id: client.id, verb: 'contacts', version: client.version, data });
      onClose();
    } catch {
      // it stands in the dialog, and what was typed stays
    }
  };
  return (
    <Dialog
      title={say('clients.contacts.addTitle', { name: client.name })}
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={busy}>
            {say('clients.contacts.addAction')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        label={say('clients.contacts.kind')}
        segments={kinds.map((value) => ({ value, name: say(`clients.contacts.${value}`) }))}
        value={values.kind}
        onChange={set('kind')}
      />
      <Field label={say(`clients.contacts.value.${values.kind}`)} error={wrong()} required>
        {(control) => (
          <TextInput
            {...control}
            data-first
            type={inputTypes[values.kind]}
            autoComplete="off"
            value={values.value}
            onChange={set('value')}
          />
        )}
      </Field>
      {values.kind !== 'email' && (
        <CheckBox
          label={say('clients.fields.leaveMessage')}
          checked={values.leaveMessage}
          onChange={set('leaveMessage')}
        />
      )}
      <ProblemNotice problem={fault ? undefined : problem} />
    </Dialog>
  );
}
