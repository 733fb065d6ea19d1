import { useState } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import type { FieldErrors } from '../../browser/http/field-errors';
import { useFormats, useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { ProblemNotice } from '../design/problem-notice';
import { ConflictDialog } from '../form/conflict-dialog';
import { useDraft } from '../form/use-draft';
import { useSave } from '../form/use-save';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { type EditedClient, editedFrom, personErrors, personOf } from './edited-client';
import { PersonFields } from './person-fields';
import { zoneName } from './zones';

interface EditClientDialogProps {
  readonly client: ClientView;
  readonly onClose: () => void;
}

/** Changes what identifies a client. Whoever saved first is not overwritten: both versions are shown, and nothing typed is lost. */
export function EditClientDialog({ client, onClose }: EditClientDialogProps) {
  const say = useWords();
  const { zone: practiceZone } = useSpeech();
  const { toasts } = useProgram();
  const [base] = useState(() => editedFrom(client));
  const draft = useDraft(personOf(base));
  const saving = useSave<EditedClient>({
    resource: 'clients',
    record: base,
    onSaved: () => {
      toasts.add({ text: say('clients.saved'), tone: 'good' });
      onClose();
    },
    onReset: (record) => draft.reset(personOf(record)),
  });
  const renderValue = useShownValue();
  const save = async () => {
    const missing = (['firstName', 'lastName', 'birthDate'] as const).filter(
      (field) => draft.values[field].trim() === '',
    );
    if (missing.length > 0) {
      draft.setErrors(Object.fromEntries(missing.map((field) => [field, say('fields.required')])));
      return;
    }
    const errors: FieldErrors | undefined = await saving.save(editedFrom({ ...base, ...draft.values }));
    if (errors) draft.setErrors(personErrors(errors));
  };
  return (
    <Dialog
      placement="wide"
      title={say('clients.editing.title', { name: client.name })}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>{say('pieces.cancel')}</Button>
          <Button type="submit" kind="primary" busy={saving.busy}>
            {say('clients.editing.save')}
          </Button>
        </>
      }
    >
      <PersonFields draft={draft} zones={[practiceZone, client.zone]} />
      <ProblemNotice problem={saving.problem} />
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          busy={saving.busy}
          labelOf={(field) => (isPersonField(field) ? say(`clients.fields.${field}`) : field)}
          renderValue={renderValue}
        />
      )}
    </Dialog>
  );
}

type PersonField = keyof ReturnType<typeof personOf>;
const isPersonField = (field: string): field is PersonField => field in personOf(editedFrom(blank));
const blank = { id: '', version: 1, firstName: '', lastName: '', preferredName: null, pronouns: null, birthDate: '', zone: '', language: 'en' as const }; // prettier-ignore

/** Values as the form shows them, for the two versions beside each other. */
function useShownValue(): (field: string, value: unknown) => string | undefined {
  const say = useWords();
  const formats = useFormats();
  const { language } = useSpeech();
  return (field, value) => {
    if (typeof value !== 'string') return undefined;
    if (field === 'birthDate') return formats.calendarDate(value);
    if (field === 'zone') return zoneName(value, language);
    return field === 'language' && (value === 'en' || value === 'es') ? say(`clients.languages.${value}`) : value;
  };
}
