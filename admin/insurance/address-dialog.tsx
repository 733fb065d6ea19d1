import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientBillingView } from '../../api/billing/coverage.contract';
import { ConflictDialog } from '../form/conflict-dialog';
import { DraftSelect } from '../form/draft-fields';
import { flatErrors } from '../form/flat-errors';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useDraft } from '../form/use-draft';
import { type Editable, useSave } from '../form/use-save';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { AddressFields, useSexOptions } from './address-fields';
import { zipDigits } from './coverage-form';
import { billingChanges, billingPathOf } from './use-client-billing';
import { useCoverageWords } from './use-coverage-words';

const fields = ['street', 'street2', 'city', 'region', 'postalCode', 'sex'] as const;
type Values = Readonly<Record<(typeof fields)[number], string>>;
interface Edited extends Editable, Values {}

interface AddressDialogProps {
  readonly billing: ClientBillingView;
  readonly onClose: () => void;
}

/** What claims must know of a client beyond who she is. */
export function AddressDialog({ billing, onClose }: AddressDialogProps) {
  const say = useWords();
  const words = useCoverageWords();
  const sexes = useSexOptions();
  const { toasts, http } = useProgram();
  const queries = useQueryClient();
  const [base] = useState(() => editedFrom(billing));
  const draft = useDraft<Values>(valuesOf(base));
  const saving = useSave<Edited>({
    resource: 'client-billing',
    record: base,
    onSaved: () => {
      for (const name of billingChanges) void queries.invalidateQueries({ queryKey: [name] });
      toasts.add({ text: say('insurance.address.done'), tone: 'good' });
      onClose();
    },
    onReset: (record) => draft.reset(valuesOf(record)),
    otherwise: {
      send: async (values, on) => (await http.write('PUT', billingPathOf(on.id), bodyOf(values), on)).body,
      recordOf: (answered) => editedFrom(answered as ClientBillingView),
    },
  });
  const save = async () => {
    const missing = fields.filter((field) => field !== 'street2' && draft.values[field].trim() === '');
    if (missing.length > 0)
      return draft.setErrors(Object.fromEntries(missing.map((field) => [field, say('fields.required')])));
    const errors = await saving.save({ ...base, ...draft.values });
    if (errors) draft.setErrors(flatErrors(errors));
    return undefined;
  };
  return (
    <FormDialog
      title={say('insurance.address.formTitle', { name: billing.clientName })}
      lead={say('insurance.address.lead')}
      action={say('insurance.address.action')}
      busy={saving.busy}
      problem={unplaced(saving.problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="form-grid">
        <AddressFields
          draft={draft}
          fields={{ street: 'street', street2: 'street2', city: 'city', region: 'region', postalCode: 'postalCode' }}
        />
        <DraftSelect
          draft={draft}
          field="sex"
          required
          label={say('insurance.fields.sex')}
          none={say('insurance.sexes.choose')}
          options={sexes}
        />
      </div>
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          busy={saving.busy}
          labelOf={words.field}
          renderValue={(field, value) => (field === 'sex' && typeof value === 'string' ? words.sex(value) : undefined)}
        />
      )}
    </FormDialog>
  );
}

const bodyOf = (values: Values) => ({
  sex: values.sex,
  street: values.street.trim(),
  street2: values.street2.trim() === '' ? null : values.street2.trim(),
  city: values.city.trim(),
  region: values.region.trim().toUpperCase(),
  postalCode: zipDigits(values.postalCode),
});

function editedFrom({ clientId, version, address }: ClientBillingView): Edited {
  return {
    id: clientId,
    version,
    sex: address?.sex ?? '',
    street: address?.street ?? '',
    street2: address?.street2 ?? '',
    city: address?.city ?? '',
    region: address?.region ?? '',
    postalCode: address?.postalCode ?? '',
  };
}

const valuesOf = ({ sex, street, street2, city, region, postalCode }: Edited): Values => ({
  sex,
  street,
  street2,
  city,
  region,
  postalCode,
});
