import { useEffect, useRef } from 'react';
import type { ClientRow } from '../../api/clients/client.contract';
import { useSession } from '../../browser/session/use-session';
import { useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { useDraft } from '../form/use-draft';
import { useWords } from '../words';
import { DoublesFound } from './doubles-found';
import { RegistrationFields } from './registration-fields';
import { registrationFrom } from './registration';
import { useRegister } from './use-register';

interface RegisterClientDialogProps {
  readonly open: boolean;
  /** What was typed to find them before: the form begins with it. */
  readonly sought?: string;
  readonly onClose: () => void;
  /** The client to go on with: registered now, or the one who was registered already. */
  readonly onRegistered: (client: ClientRow) => void;
}

/** Registers a client, from wherever one is needed. Likely doubles are shown before anyone is registered twice. */
export const RegisterClientDialog = ({ open, ...rest }: RegisterClientDialogProps) =>
  open ? <Registering {...rest} /> : null;

function Registering({ sought = '', onClose, onRegistered }: Omit<RegisterClientDialogProps, 'open'>) {
  const say = useWords();
  const { zone } = useSpeech();
  const practiceZone = useSession()?.practice.zone ?? zone;
  const draft = useDraft(registrationFrom(sought, practiceZone));
  const { register, busy, problem, doubles, forgetDoubles } = useRegister(onRegistered);
  const form = useRef<HTMLDivElement>(null);
  const submit = async (notADouble: boolean) => {
    const errors = await register(draft.values, notADouble);
    if (!errors) return;
    forgetDoubles();
    draft.setErrors(errors);
  };
  const wrong = Object.values(draft.errors).some((error) => error !== undefined);
  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);

  return (
    <Dialog
      placement="wide"
      title={say('clients.registering.title')}
      lead={doubles ? undefined : say('clients.registering.lead')}
      onClose={onClose}
      onSubmit={() => void submit(doubles !== undefined)}
      footer={
        doubles ? (
          <>
            <Button onClick={forgetDoubles}>{say('clients.registering.back')}</Button>
            <Button type="submit" busy={busy}>
              {say('clients.registering.someoneElse')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{say('pieces.cancel')}</Button>
            <Button type="submit" kind="primary" busy={busy}>
              {say('clients.registering.action')}
            </Button>
          </>
        )
      }
    >
      <ProblemNotice problem={problem} />
      {doubles ? (
        <DoublesFound doubles={doubles} onChoose={onRegistered} />
      ) : (
        <div ref={form}>
          <RegistrationFields draft={draft} practiceZone={practiceZone} />
        </div>
      )}
    </Dialog>
  );
}
