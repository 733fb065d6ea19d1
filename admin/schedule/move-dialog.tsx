import { useFormats } from '../../browser/speech';
import { ConflictDialog } from '../form/conflict-dialog';
import { Button } from '../design/button';
import { ConsequenceList } from '../design/consequence-list';
import { Dialog } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import type { OneAppointmentProps } from './cancel-dialog';
import type { Moving } from './moving';
import { PlaceFields } from './place-fields';
import { useConsequenceLines } from './use-consequence-lines';
import { useMovingWords } from './use-moving-words';
import { type MoveForm, useMove } from './use-move';
import { WhenFields } from './when-fields';
import './schedule.css';

interface MoveDialogProps extends OneAppointmentProps {
  /** What it begins with: where it was dragged to. */
  readonly wish: Partial<Moving>;
}

/** Moves one appointment: to another time, clinician, room or length; and what that will do, before it is done. */
export function MoveDialog({ appointment, wish, onClose }: MoveDialogProps) {
  const say = useWords();
  const formats = useFormats();
  const words = useMovingWords();
  const { toasts } = useProgram();
  const form = useMove(appointment, wish, ({ clientName, startsAt }, undo) => {
    const when = formats.dayTime(startsAt);
    toasts.add({ text: say('schedule.move.done', { name: clientName, when }), tone: 'good', undo });
    onClose();
  });
  const { base } = form;
  return (
    <>
      <Dialog
        placement="wide"
        title={say('schedule.move.title', { name: base.clientName })}
        lead={say('schedule.move.lead', { when: formats.dayTime(base.startsAt), clinician: base.clinicianName })}
        onClose={onClose}
        onSubmit={() => void form.send()}
        footer={
          <>
            <Button onClick={onClose}>{say('pieces.cancel')}</Button>
            <Button type="submit" kind="primary" busy={form.busy || form.finding}>
              {say('schedule.move.action')}
            </Button>
          </>
        }
      >
        <Where form={form} />
        <WillHappen form={form} />
        <ProblemNotice problem={form.problem} />
      </Dialog>
      {form.conflict && (
        <ConflictDialog
          conflict={form.conflict}
          busy={form.busy}
          labelOf={words.label}
          renderValue={(field, value) => words.value(field, value)}
        />
      )}
    </>
  );
}

function Where({ form }: { readonly form: MoveForm }) {
  const { base, practice, draft, when, startError } = form;
  const { values } = draft;
  const clinician = practice?.staff.find(({ id }) => id === values.clinicianId)?.shortName ?? base.clinicianName;
  return (
    <>
      <WhenFields
        when={when}
        names={{ clinician, client: base.clientName }}
        error={startError}
        doubleBook={values.doubleBook}
        onDoubleBook={draft.set('doubleBook')}
      />
      {practice ? (
        <PlaceFields
          practice={practice}
          booking={{ ...values, typeId: base.typeId }}
          onChange={form.change}
          errors={draft.errors}
          fixedType
        />
      ) : (
        <Skeleton shape="lines" />
      )}
    </>
  );
}

function WillHappen({ form: { changed, consequences, problem } }: { readonly form: MoveForm }) {
  const say = useWords();
  const lines = useConsequenceLines();
  if (problem) return null;
  if (!changed) return <p className="muted">{say('schedule.move.same')}</p>;
  return <ConsequenceList consequences={consequences && lines(consequences)} />;
}
