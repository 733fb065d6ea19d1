import type { CoverageView } from '../../api/billing/coverage.contract';
import { pathOf } from '../../browser/http/http';
import { usePayers } from '../data/use-payers';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useAdd } from '../form/use-add';
import { useDraft } from '../form/use-draft';
import { AddPayerDialog } from '../settings/add-payer-dialog';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { CoverageFields, useAddingPayer } from './coverage-fields';
import { type CoverageValues, blankCoverage, coverageBody, drawnFields, missingIn } from './coverage-form';
import { billingChanges } from './use-client-billing';

interface AddCoverageDialogProps {
  readonly client: { readonly id: string; readonly name: string };
  readonly rank: number;
  readonly fromDay: string;
  /** The insurance whose place it takes; it ends the day before. */
  readonly inPlaceOf?: CoverageView;
  readonly onClose: () => void;
}

/** A new insurance, beside the others or in the place of one. */
export function AddCoverageDialog({ client, rank, fromDay, inPlaceOf, onClose }: AddCoverageDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const { payers } = usePayers();
  const payer = useAddingPayer();
  const draft = useDraft<CoverageValues>(blankCoverage(rank, fromDay));
  const name = payers?.find(({ id }) => id === draft.values.payerId)?.name ?? '';
  const { add, busy, problem } = useAdd({
    alsoChanges: billingChanges,
    duplicate: { [inPlaceOf ? 'fromDay' : 'rank']: say('insurance.duplicate') },
    onAdded: () => {
      const words = inPlaceOf ? say('insurance.replacing.done', { payer: name }) : undefined;
      toasts.add({ text: words ?? say('insurance.adding.done', { name: client.name, payer: name }), tone: 'good' });
      onClose();
    },
  });
  const save = async () => {
    const missing = missingIn(draft.values);
    if (missing.length > 0)
      return draft.setErrors(Object.fromEntries(missing.map((field) => [field, say('fields.required')])));
    const { rank: place, ...body } = coverageBody(draft.values);
    const errors = inPlaceOf
      ? await add(pathOf('coverages', inPlaceOf.id, 'replace'), body, inPlaceOf.version)
      : await add('coverages', { ...body, rank: place, clientId: client.id });
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  const drawn = drawnFields(draft.values).filter((field) => field !== 'rank' || !inPlaceOf);
  return (
    <>
      <FormDialog
        placement="wide"
        title={
          inPlaceOf
            ? say('insurance.replacing.title', { payer: inPlaceOf.payerName })
            : say('insurance.adding.title', { name: client.name })
        }
        lead={inPlaceOf && say('insurance.replacing.lead')}
        action={say(inPlaceOf ? 'insurance.replacing.action' : 'insurance.adding.action')}
        busy={busy}
        problem={unplaced(problem, draft, drawn)}
        onSubmit={() => void save()}
        onClose={onClose}
      >
        <CoverageFields draft={draft} rankFixed={inPlaceOf !== undefined} onAddPayer={payer.begin} />
      </FormDialog>
      {payer.adding && <AddPayerDialog onAdded={draft.set('payerId')} onClose={payer.end} />}
    </>
  );
}
