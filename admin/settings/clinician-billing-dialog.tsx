import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { pathOf } from '../../browser/http/http';
import { ConflictDialog } from '../form/conflict-dialog';
import { DraftText } from '../form/draft-fields';
import { flatErrors } from '../form/flat-errors';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useDraft } from '../form/use-draft';
import { type Editable, useSave } from '../form/use-save';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { NpiField } from './npi-field';
import { type BillingSettings, settingsChanges } from './use-billing-settings';
import '../form/form-grid.css';

type Clinician = BillingSettings['clinicians'][number];
const fields = ['firstName', 'lastName', 'npi', 'taxonomy'] as const;
type Values = Readonly<Record<(typeof fields)[number], string>>;
interface Edited extends Editable, Values {}

/** As whom payers know a clinician; whoever saved first is not overwritten. */
export function ClinicianBillingDialog({
  clinician,
  onClose,
}: {
  readonly clinician: Clinician;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { toasts, http } = useProgram();
  const queries = useQueryClient();
  const [base] = useState(() => editedFrom(clinician));
  const draft = useDraft<Values>(valuesOf(base));
  const saving = useSave<Edited>({
    resource: 'clinician-billing',
    record: base,
    onSaved: () => {
      for (const name of settingsChanges) void queries.invalidateQueries({ queryKey: [name] });
      toasts.add({ text: say('settings.clinician.saved'), tone: 'good' });
      onClose();
    },
    onReset: (record) => draft.reset(valuesOf(record)),
    otherwise: {
      send: async (values, on) =>
        (await http.write('PUT', pathOf('clinician-billing', on.id), bodyOf(values), on)).body,
      recordOf: (answered) => editedFrom(answered as Clinician),
    },
  });
  const save = async () => {
    const empty = fields.filter((field) => draft.values[field].trim() === '');
    if (empty.length > 0)
      return draft.setErrors(Object.fromEntries(empty.map((field) => [field, say('fields.required')])));
    const errors = await saving.save({ ...base, ...draft.values });
    if (errors) draft.setErrors(flatErrors(errors));
    return undefined;
  };
  return (
    <FormDialog
      title={say('settings.clinician.title', { name: clinician.name })}
      lead={say('settings.clinician.lead')}
      action={say('settings.clinician.action')}
      busy={saving.busy}
      problem={unplaced(saving.problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="form-grid">
        <DraftText
          draft={draft}
          field="firstName"
          first
          required
          maxLength={35}
          label={say('settings.clinician.firstName')}
        />
        <DraftText draft={draft} field="lastName" required maxLength={60} label={say('settings.clinician.lastName')} />
        <NpiField draft={draft} field="npi" />
        <DraftText
          draft={draft}
          field="taxonomy"
          required
          maxLength={10}
          label={say('settings.taxonomy.label')}
          hint={say('settings.taxonomy.hint')}
        />
      </div>
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          busy={saving.busy}
          labelOf={(field) => {
            if (field === 'npi') return say('settings.npi.label');
            if (field === 'taxonomy') return say('settings.taxonomy.label');
            return field === 'firstName' || field === 'lastName' ? say(`settings.clinician.${field}`) : field;
          }}
        />
      )}
    </FormDialog>
  );
}

const bodyOf = (values: Values) => ({
  firstName: values.firstName.trim(),
  lastName: values.lastName.trim(),
  npi: values.npi.trim(),
  taxonomy: values.taxonomy.trim().toUpperCase(),
});
const editedFrom = ({ id, version, firstName, lastName, npi, taxonomy }: Clinician): Edited => ({
  id,
  version,
  firstName: firstName ?? '',
  lastName: lastName ?? '',
  npi: npi ?? '',
  taxonomy: taxonomy ?? '',
});
const valuesOf = ({ firstName, lastName, npi, taxonomy }: Edited): Values => ({ firstName, lastName, npi, taxonomy });
