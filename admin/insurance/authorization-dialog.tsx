import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuthorizationView, CoverageView } from '../../api/billing/coverage.contract';
import { changes } from '../../browser/http/conflict';
import { pathOf } from '../../browser/http/http';
import { useFormats } from '../../browser/speech';
import { ConflictDialog } from '../form/conflict-dialog';
import { DraftDate, DraftText } from '../form/draft-fields';
import { flatErrors } from '../form/flat-errors';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useAdd } from '../form/use-add';
import { type Draft, useDraft } from '../form/use-draft';
import { type Editable, useSave } from '../form/use-save';
import { useProgram } from '../program-context';
import { useWords } from '../words';

const fields = ['number', 'fromDay', 'untilDay', 'visits'] as const;
type Values = Readonly<Record<(typeof fields)[number], string>>;
interface Edited extends Editable, Values {}

const changed = ['client-billing'] as const;

/** Notes what a payer has agreed to. */
export function AddAuthorizationDialog({
  coverage,
  onClose,
}: {
  readonly coverage: CoverageView;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const { toasts } = useProgram();
  const draft = useDraft<Values>({ number: '', fromDay: '', untilDay: '', visits: '' });
  const faults = useFaults();
  const { add, busy, problem } = useAdd({
    alsoChanges: changed,
    onAdded: () => {
      toasts.add({ text: say('insurance.authorizations.done'), tone: 'good' });
      onClose();
    },
  });
  const save = async () => {
    const found = faults(draft.values);
    if (found) return draft.setErrors(found);
    const errors = await add('authorizations', { coverageId: coverage.id, ...bodyOf(draft.values) });
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  return (
    <FormDialog
      title={say('insurance.authorizations.addTitle', { payer: coverage.payerName })}
      action={say('insurance.authorizations.action')}
      busy={busy}
      problem={unplaced(problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <AuthorizationFields draft={draft} />
    </FormDialog>
  );
}

/** Changes what a payer has agreed to; whoever saved first is not overwritten. */
export function ChangeAuthorizationDialog({
  of,
  onClose,
}: {
  readonly of: AuthorizationView;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const formats = useFormats();
  const { toasts, http } = useProgram();
  const queries = useQueryClient();
  const [base] = useState(() => editedFrom(of));
  const draft = useDraft<Values>(valuesOf(base));
  const faults = useFaults();
  const saving = useSave<Edited>({
    resource: 'authorizations',
    record: base,
    onSaved: () => {
      for (const name of changed) void queries.invalidateQueries({ queryKey: [name] });
      toasts.add({ text: say('insurance.authorizations.done'), tone: 'good' });
      onClose();
    },
    onReset: (record) => draft.reset(valuesOf(record)),
    otherwise: {
      send: async (values, on) => {
        const body = changes(bodyOf(on), bodyOf(values));
        return (await http.write('POST', pathOf('authorizations', on.id, 'change'), body, on)).body;
      },
      recordOf: (answered) => editedFrom(answered as AuthorizationView),
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
      title={say('insurance.authorizations.change', { number: of.number })}
      action={say('insurance.authorizations.save')}
      busy={saving.busy}
      problem={unplaced(saving.problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <AuthorizationFields draft={draft} />
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          busy={saving.busy}
          labelOf={(field) => (isField(field) ? say(`insurance.authorizations.${field}`) : field)}
          renderValue={(field, value) =>
            field.endsWith('Day') && typeof value === 'string' ? formats.calendarDate(value) : undefined
          }
        />
      )}
    </FormDialog>
  );
}

function AuthorizationFields({ draft }: { readonly draft: Draft<Values> }) {
  const say = useWords();
  return (
    <div className="form-grid">
      <DraftText
        draft={draft}
        field="number"
        first
        required
        maxLength={50}
        label={say('insurance.authorizations.number')}
      />
      <DraftText
        draft={draft}
        field="visits"
        optional
        inputMode="numeric"
        label={say('insurance.authorizations.visits')}
        hint={say('insurance.authorizations.visitsHint')}
      />
      <DraftDate draft={draft} field="fromDay" required label={say('insurance.authorizations.fromDay')} />
      <DraftDate draft={draft} field="untilDay" required label={say('insurance.authorizations.untilDay')} />
    </div>
  );
}

function useFaults(): (values: Values) => Readonly<Partial<Record<keyof Values, string>>> | undefined {
  const say = useWords();
  return (values) => {
    const missing = (['number', 'fromDay', 'untilDay'] as const).filter((field) => values[field].trim() === '');
    const visits = values.visits.trim();
    const found = {
      ...Object.fromEntries(missing.map((field) => [field, say('fields.required')])),
      ...(visits !== '' &&
        !/^([1-9]\d{0,2}|1000)$/.test(visits) && { visits: say('insurance.authorizations.visitsWrong') }),
    };
    return Object.keys(found).length > 0 ? found : undefined;
  };
}

const isField = (field: string): field is keyof Values => (fields as readonly string[]).includes(field);
const bodyOf = ({ number, fromDay, untilDay, visits }: Values) => ({
  number: number.trim(),
  fromDay,
  untilDay,
  visits: visits.trim() === '' ? null : Number(visits),
});
const editedFrom = ({ id, version, number, fromDay, untilDay, visits }: AuthorizationView): Edited => ({
  id,
  version,
  number,
  fromDay,
  untilDay,
  visits: visits === null ? '' : String(visits),
});
const valuesOf = ({ number, fromDay, untilDay, visits }: Edited): Values => ({ number, fromDay, untilDay, visits });
