import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changes } from '../../browser/http/conflict';
import { pathOf } from '../../browser/http/http';
import { ConflictDialog } from '../form/conflict-dialog';
import { flatErrors } from '../form/flat-errors';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useDraft } from '../form/use-draft';
import { useSave } from '../form/use-save';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { PayerFields, usePayerFaults } from './payer-fields';
import {
  type EditedPayer,
  type PayerField,
  type PayerValues,
  type PayerView,
  editedPayer,
  payerBody,
  payerFields,
  payerValues,
} from './payer-form';
import { settingsChanges } from './use-billing-settings';

/** An insurer’s terms; claims that were sent stay as they were. Whoever saved first is not overwritten. */
export function ChangePayerDialog({ payer, onClose }: { readonly payer: PayerView; readonly onClose: () => void }) {
  const say = useWords();
  const { toasts, http } = useProgram();
  const queries = useQueryClient();
  const [base] = useState(() => editedPayer(payer));
  const draft = useDraft<PayerValues>(payerValues(base));
  const faults = usePayerFaults();
  const saving = useSave<EditedPayer>({
    resource: 'payers',
    record: base,
    duplicate: { name: say('settings.payer.duplicate') },
    onSaved: () => {
      for (const name of [...settingsChanges, 'payers']) void queries.invalidateQueries({ queryKey: [name] });
      toasts.add({ text: say('settings.payer.saved'), tone: 'good' });
      onClose();
    },
    onReset: (record) => draft.reset(payerValues(record)),
    otherwise: {
      send: async (values, on) => {
        const body = changes(payerBody(on), payerBody(values));
        return (await http.write('POST', pathOf('payers', on.id, 'change'), body, on)).body;
      },
      recordOf: (answered) => editedPayer(answered as PayerView),
    },
  });
  const save = async () => {
    const found = faults(draft.values);
    if (found) return draft.setErrors(found);
    const errors = await saving.save({ ...base, ...draft.values });
    if (errors) draft.setErrors(flatErrors(errors));
    return undefined;
  };
  return (
    <FormDialog
      placement="wide"
      title={say('settings.payer.changing', { name: payer.name })}
      lead={say('settings.payer.changingLead')}
      action={say('settings.payer.save')}
      busy={saving.busy}
      problem={unplaced(saving.problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <PayerFields draft={draft} />
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          busy={saving.busy}
          labelOf={(field) => (isField(field) ? say(`settings.payer.${field}`) : field)}
        />
      )}
    </FormDialog>
  );
}

const isField = (field: string): field is PayerField => (payerFields as readonly string[]).includes(field);
