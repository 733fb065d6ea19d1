import { CalendarX, DollarSign, MessageCircle, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../button';
import { ConfirmConsequences } from '../confirm-consequences';
import { Dialog, Drawer } from '../dialog';
import { Field } from '../field';
import { SessionEnded, IdleWarning } from '../session-dialogs';
import { TextInput } from '../text-input';
import { DefinitionList } from '../definition-list';
import { Specimen } from './specimen';

const consequences = [
  { id: 'cancel', icon: CalendarX, what: 'Cancels Thu, Dec 3, 2:00 PM with Juniper Vale' },
  { id: 'text', icon: MessageCircle, what: 'Texts Juniper now' },
  { id: 'offer', icon: Users, what: 'Offers the time to 3 people who wait' },
  { id: 'fee', icon: DollarSign, tone: 'good' as const, what: 'No fee: 26 hours’ notice' },
];

const dialogs: Readonly<Record<string, (close: () => void) => ReactNode>> = {
  'Dialog with a form': (close) => <FormDialog onClose={close} />,
  'Drawer at the side': (close) => (
    <Drawer
      title="Juniper Vale"
      lead="she · 34 · sample"
      onClose={close}
      footer={<Button onClick={close}>Done</Button>}
    >
      <DefinitionList items={[{ id: 'a', term: 'Payer', value: 'Lantern Health' }]} />
    </Drawer>
  ),
  'Consequences first': (close) => (
    <ConfirmConsequences
      title="Cancel this visit?"
      consequences={consequences}
      action="Cancel the visit"
      danger
      onConfirm={close}
      onClose={close}
    />
  ),
  'Consequences not known yet': (close) => (
    <ConfirmConsequences
      title="Cancel this visit?"
      consequences={undefined}
      action="Cancel the visit"
      onConfirm={close}
      onClose={close}
    />
  ),
  'Idle warning': (close) => <IdleWarning secondsLeft={105} onStay={close} />,
  'Session ended': (close) => <SessionEnded why="idle" idleSeconds={900} onSignIn={signIn(close)} />,
};

const signIn = (close: () => void) => (): Promise<undefined> => {
  close();
  return Promise.resolve(undefined);
};

export function DialogSpecimens() {
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  return (
    <Specimen id="dialogs" title="Dialogs">
      <div className="row wrap">
        {Object.keys(dialogs).map((name) => (
          <Button key={name} onClick={() => setOpen(name)}>
            {name}
          </Button>
        ))}
      </div>
      {open !== undefined && dialogs[open]?.(close)}
    </Specimen>
  );
}

function FormDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  return (
    <Dialog
      title="New contact"
      lead="Someone to call if the client cannot be reached."
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" kind="primary">
            Save
          </Button>
        </>
      }
    >
      <Field label="Name" required>
        {(control) => <TextInput {...control} value={name} onChange={setName} />}
      </Field>
      <Field label="Phone" optional>
        {(control) => <TextInput {...control} type="tel" value="" onChange={() => undefined} />}
      </Field>
    </Dialog>
  );
}
