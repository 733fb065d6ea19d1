import { usePayers } from '../data/use-payers';
import { DraftDate, DraftMoney, DraftSelect, DraftText } from '../form/draft-fields';
import { FormDialog } from '../form/form-dialog';
import { isMisread } from '../form/misread';
import { centsOfText } from '../form/typed-cents';
import { unplaced } from '../form/unplaced';
import { UnreadNotice } from '../form/unread';
import { useAdd } from '../form/use-add';
import { useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { settingsChanges } from './use-billing-settings';
import '../form/form-grid.css';

type Values = Readonly<Record<'code' | 'cents' | 'payerId' | 'fromDay', string>>;

interface FeeDialogProps {
  readonly code?: string;
  readonly fromDay: string;
  readonly onClose: () => void;
}

/** What a code costs from a day on. Earlier prices stay for earlier days. */
export function FeeDialog({ code = '', fromDay, onClose }: FeeDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const payers = usePayers();
  const draft = useDraft<Values>({ code, cents: '', payerId: '', fromDay });
  const { add, busy, problem } = useAdd({
    alsoChanges: settingsChanges,
    duplicate: { fromDay: say('settings.fee.duplicate') },
    onAdded: () => {
      toasts.add({ text: say('settings.fee.added', { code: draft.values.code.trim().toUpperCase() }), tone: 'good' });
      onClose();
    },
  });
  const save = async () => {
    const { values } = draft;
    const empty = (['code', 'cents', 'fromDay'] as const).filter((field) => values[field].trim() === '');
    if (empty.length > 0)
      return draft.setErrors(Object.fromEntries(empty.map((field) => [field, say('fields.required')])));
    if (isMisread(values.cents)) return undefined; // the field says so
    const errors = await add('fees', {
      code: values.code.trim().toUpperCase(),
      cents: centsOfText(values.cents),
      payerId: values.payerId === '' ? null : values.payerId,
      fromDay: values.fromDay,
    });
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  return (
    <FormDialog
      title={say('settings.fee.adding')}
      lead={say('settings.fee.lead')}
      action={say('settings.fee.action')}
      busy={busy}
      problem={unplaced(problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="form-grid">
        <DraftText
          draft={draft}
          field="code"
          first={code === ''}
          required
          maxLength={5}
          label={say('settings.fee.code')}
          hint={say('settings.fee.codeHint')}
        />
        <DraftMoney draft={draft} field="cents" first={code !== ''} required label={say('settings.fee.cents')} />
        <DraftSelect
          draft={draft}
          field="payerId"
          label={say('settings.fee.payer')}
          none={say('settings.fee.everyone')}
          options={(payers.payers ?? []).map(({ id, name }) => ({ value: id, name }))}
        />
        <DraftDate draft={draft} field="fromDay" required label={say('settings.fee.fromDay')} />
      </div>
      <UnreadNotice problem={payers.problem} onRetry={payers.again} />
    </FormDialog>
  );
}
