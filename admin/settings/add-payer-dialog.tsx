import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useAdd } from '../form/use-add';
import { useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { PayerFields, usePayerFaults } from './payer-fields';
import { type PayerValues, blankPayer, payerBody } from './payer-form';
import { settingsChanges } from './use-billing-settings';

interface AddPayerDialogProps {
  /** With the id of the new one. */
  readonly onAdded?: (id: string) => void;
  readonly onClose: () => void;
}

/** An insurer that the practice bills from now on: from the settings, or while a card is typed in. */
export function AddPayerDialog({ onAdded, onClose }: AddPayerDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const queries = useQueryClient();
  const draft = useDraft<PayerValues>(blankPayer);
  const faults = usePayerFaults();
  const { add, busy, problem } = useAdd({
    alsoChanges: settingsChanges,
    duplicate: { name: say('settings.payer.duplicate') },
    onAdded: (answer) => {
      toasts.add({ text: say('settings.payer.added', { name: draft.values.name.trim() }), tone: 'good' });
      // the list first, so that the new one can be chosen in it
      void queries
        .invalidateQueries({ queryKey: ['payers'] })
        .then(() => onAdded?.((answer as { readonly id: string }).id));
      onClose();
    },
  });
  const save = async () => {
    const found = faults(draft.values);
    if (found) return draft.setErrors(found);
    const errors = await add('payers', payerBody(draft.values));
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  return (
    <FormDialog
      placement="wide"
      title={say('settings.payer.adding')}
      action={say('settings.payer.action')}
      busy={busy}
      problem={unplaced(problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <PayerFields draft={draft} />
    </FormDialog>
  );
}
