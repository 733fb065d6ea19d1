import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { ClientRow } from '../../api/clients/client.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { RegisterClientDialog } from '../clients/register-client-dialog';
import { Button } from '../design/button';
import { Combobox } from '../design/combobox';
import { ConsequenceList } from '../design/consequence-list';
import { Dialog } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useProgram } from '../program-context';
import { useKeptWalk } from '../walk/use-kept-walk';
import { useWords } from '../words';
import { OtherOpenings } from './other-openings';
import { PlaceFields } from './place-fields';
import type { BookingWish } from './use-appointment-dialogs';
import { type BookingForm, useBooking } from './use-booking';
import { useClientChoice, useFindClients } from './use-client-choices';
import { useConsequenceLines } from './use-consequence-lines';
import { isSensible } from './wall-time';
import { WhenFields } from './when-fields';
import './schedule.css';

interface BookDialogProps {
  readonly wish: BookingWish;
  readonly onClose: () => void;
}

/** Books one appointment: for whom, with whom, when; and what that will do, before it is done. */
export function BookDialog({ wish, onClose }: BookDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const { toasts } = useProgram();
  const [registering, setRegistering] = useState(false);
  const [sought, setSought] = useState<string>(); // in memory only
  const choiceOf = useClientChoice();
  const { follow } = useKeptWalk();
  const form = useBooking(wish, ({ id, clientName, startsAt }) => {
    toasts.add({
      text: say('schedule.book.done', { name: clientName, when: formats.dayTime(startsAt) }),
      tone: 'good',
    });
    follow(id);
    onClose();
  });
  const registered = (client: ClientRow) => {
    setRegistering(false);
    setSought(undefined);
    form.draft.set('client')(choiceOf(client));
  };
  return (
    <>
      <Dialog
        placement="wide"
        title={say('schedule.book.title')}
        onClose={onClose}
        onSubmit={() => void form.send()}
        footer={
          <>
            <Button onClick={onClose}>{say('pieces.cancel')}</Button>
            <Button type="submit" kind="primary" busy={form.busy || form.finding}>
              {say('schedule.book.action')}
            </Button>
          </>
        }
      >
        <ClientField form={form} onTyped={setSought} onRegister={() => setRegistering(true)} />
        <Where form={form} />
        <WillHappen form={form} />
        <ProblemNotice problem={form.problem} />
      </Dialog>
      <RegisterClientDialog
        open={registering}
        {...(sought !== undefined && { sought })}
        onClose={() => setRegistering(false)}
        onRegistered={registered}
      />
    </>
  );
}

interface PartProps {
  readonly form: BookingForm;
}

interface ClientFieldProps extends PartProps {
  readonly onTyped: (typed: string | undefined) => void;
  readonly onRegister: () => void;
}

function ClientField({ form, onTyped, onRegister }: ClientFieldProps) {
  const say = useWords();
  const find = useFindClients();
  const mayRegister = useMay('clients.change');
  const { draft, client } = form;
  return (
    <div className="booking-client">
      <Combobox
        label={say('schedule.fields.client')}
        placeholder={say('schedule.fields.clientPlaceholder')}
        hint={useHistory(form)}
        error={draft.errors.client}
        required
        value={client}
        onChange={draft.set('client')}
        find={find}
        onTyped={onTyped}
      />
      {mayRegister && (
        <Button icon={UserPlus} onClick={onRegister}>
          {say('schedule.book.register')}
        </Button>
      )}
    </div>
  );
}

/** When the client was here last, or comes next. */
function useHistory({ client, last }: BookingForm): string | undefined {
  const say = useWords();
  const formats = useFormats();
  const now = useNow().getTime();
  if (client === undefined || last === undefined) return undefined;
  if (last === null) return say('schedule.book.first');
  const params = { when: formats.dayTime(last.startsAt), clinician: last.clinicianName };
  return last.startsAt > now ? say('schedule.book.ahead', params) : say('schedule.book.last', params);
}

function Where({ form: { draft, client, practice, booking, when, startError } }: PartProps) {
  const say = useWords();
  if (!practice || !booking) return <Skeleton shape="lines" count={4} />;
  const nameOf = (id: string) => practice.staff.find((one) => one.id === id)?.shortName ?? '';
  const change = (next: Partial<typeof booking>) => {
    if (next.clinicianId !== undefined) draft.set('clinicianId')(next.clinicianId);
    if (next.minutes !== undefined) draft.set('minutes')(next.minutes);
    if (next.modality !== undefined) draft.set('modality')(next.modality);
    if (next.roomId !== undefined) draft.set('roomId')(next.roomId);
    if (next.typeId === undefined) return;
    draft.set('typeId')(next.typeId);
    draft.set('minutes')(undefined); // another kind has its own
    draft.set('modality')(undefined);
  };
  return (
    <>
      <PlaceFields practice={practice} booking={booking} onChange={change} errors={draft.errors} />
      <WhenFields
        when={when}
        names={{ clinician: nameOf(booking.clinicianId), client: client?.name ?? say('schedule.fields.client') }}
        error={startError}
        doubleBook={draft.values.doubleBook}
        onDoubleBook={draft.set('doubleBook')}
      />
      {isSensible(when.day) && (
        <OtherOpenings
          day={when.day}
          booking={booking}
          nameOf={nameOf}
          onPick={(clinicianId, start) => {
            draft.set('clinicianId')(clinicianId);
            when.pick(start);
          }}
        />
      )}
    </>
  );
}

function WillHappen({ form: { client, when, consequences, problem } }: PartProps) {
  const say = useWords();
  const lines = useConsequenceLines();
  if (problem) return null;
  if (!client || when.start === undefined) return <p className="muted">{say('schedule.book.waits')}</p>;
  return <ConsequenceList consequences={consequences && lines(consequences)} />;
}
