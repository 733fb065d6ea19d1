import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoverageView } from '../../api/billing/coverage.contract';
import { pathOf } from '../../browser/http/http';
import { useFormats } from '../../browser/speech';
import { usePayers } from '../data/use-payers';
import { ConflictDialog } from '../form/conflict-dialog';
import { flatErrors } from '../form/flat-errors';
import { FormDialog } from '../form/form-dialog';
import { centsOfText } from '../form/typed-cents';
import { unplaced } from '../form/unplaced';
import { useDraft } from '../form/use-draft';
import { useSave } from '../form/use-save';
import { useProgram } from '../program-context';
import { AddPayerDialog } from '../settings/add-payer-dialog';
import { useWords } from '../words';
import { CoverageFields, useAddingPayer } from './coverage-fields';
import {
  type CoverageField,
  type CoverageValues,
  type EditedCoverage,
  coverageChange,
  coverageFields,
  drawnFields,
  editedCoverage,
  missingIn,
} from './coverage-form';
import { useCoverageWords } from './use-coverage-words';
import { billingChanges } from './use-client-billing';

interface ChangeCoverageDialogProps {
  readonly coverage: CoverageView;
  readonly onClose: () => void;
}

/** What the card says was mistyped, or is no longer so. Whoever saved first is not overwritten. */
export function ChangeCoverageDialog({ coverage, onClose }: ChangeCoverageDialogProps) {
  const say = useWords();
  const { toasts, http } = useProgram();
  const queries = useQueryClient();
  const payer = useAddingPayer();
  const renderValue = useShownValue(coverage);
  const words = useCoverageWords();
  const [base] = useState(() => editedCoverage(coverage));
  const draft = useDraft<CoverageValues>(valuesOf(base));
  const saving = useSave<EditedCoverage>({
    resource: 'coverages',
    record: base,
    duplicate: { rank: say('insurance.duplicate') },
    onSaved: () => {
      for (const name of billingChanges) void queries.invalidateQueries({ queryKey: [name] });
      toasts.add({ text: say('insurance.changing.done'), tone: 'good' });
      onClose();
    },
    onReset: (record) => draft.reset(valuesOf(record)),
    otherwise: {
      send: async (values, on) =>
        (await http.write('POST', pathOf('coverages', on.id, 'change'), coverageChange(on, values), on)).body,
      recordOf: (answered) => editedCoverage(answered as CoverageView),
    },
  });
  const save = async () => {
    const missing = missingIn(draft.values);
    if (missing.length > 0)
      return draft.setErrors(Object.fromEntries(missing.map((field) => [field, say('fields.required')])));
    const errors = await saving.save({ ...base, ...draft.values });
    if (errors) draft.setErrors(flatErrors(errors));
    return undefined;
  };
  return (
    <>
      <FormDialog
        placement="wide"
        title={say('insurance.changing.title', { payer: coverage.payerName })}
        action={say('insurance.changing.action')}
        busy={saving.busy}
        problem={unplaced(saving.problem, draft, drawnFields(draft.values))}
        onSubmit={() => void save()}
        onClose={onClose}
      >
        <CoverageFields
          draft={draft}
          payer={{ id: coverage.payerId, name: coverage.payerName }}
          onAddPayer={payer.begin}
        />
        {saving.conflict && (
          <ConflictDialog
            conflict={saving.conflict}
            busy={saving.busy}
            labelOf={words.field}
            renderValue={renderValue}
          />
        )}
      </FormDialog>
      {payer.adding && <AddPayerDialog onAdded={draft.set('payerId')} onClose={payer.end} />}
    </>
  );
}

const valuesOf = (record: EditedCoverage): CoverageValues =>
  Object.fromEntries(coverageFields.map((field) => [field, record[field]])) as Record<CoverageField, string>;

/** Values as the form shows them, for the two versions beside each other. */
function useShownValue(coverage: CoverageView): (field: string, value: unknown) => string | undefined {
  const formats = useFormats();
  const words = useCoverageWords();
  const { payers } = usePayers();
  return (field, value) => {
    if (typeof value !== 'string') return undefined;
    if (field === 'payerId')
      return (
        payers?.find(({ id }) => id === value)?.name ?? (value === coverage.payerId ? coverage.payerName : undefined)
      );
    if (field === 'copayCents') return formats.money(centsOfText(value) ?? 0);
    if (field === 'relationship') return words.relationship(value);
    if (field === 'rank') return words.rank(Number(value));
    if (field === 'subscriber.sex') return words.sex(value);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? formats.calendarDate(value) : value;
  };
}
