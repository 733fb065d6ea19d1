import { useState } from 'react';
import { DraftText, DraftTime } from '../form/draft-fields';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useAdd } from '../form/use-add';
import { useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { type Policy, type RuleValues, outOfRange, quietFaults, ruleBody, ruleRanges, ruleValues } from './rules-form';
import '../form/form-grid.css';

interface RulesDialogProps {
  readonly policyId: string;
  readonly policy: Policy;
  readonly onClose: () => void;
}

/** The rules from now on; what has happened was judged by those of its time. */
export function RulesDialog({ policyId, policy, onClose }: RulesDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const [replaces] = useState(policyId); // what was seen when it opened
  const draft = useDraft<RuleValues>(ruleValues(policy));
  const { add, busy, problem } = useAdd({
    alsoChanges: ['practice', 'appointments'],
    onAdded: () => {
      toasts.add({ text: say('settings.rules.saved'), tone: 'good' });
      onClose();
    },
  });
  const save = async () => {
    const wrong = [
      ...outOfRange(draft.values).map((field) => [field, rangeOf(field)]),
      ...quietFaults(draft.values).map(({ field, code }) => [field, say(`fields.${code}`)]),
    ];
    if (wrong.length > 0) return draft.setErrors(Object.fromEntries(wrong));
    const errors = await add('practice-policies', { replaces, ...ruleBody(draft.values) });
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  const rangeOf = (field: keyof typeof ruleRanges): string =>
    say('settings.rules.range', { min: ruleRanges[field][0], max: ruleRanges[field][1] });
  const number = (field: keyof typeof ruleRanges, first = false) => (
    <DraftText
      draft={draft}
      field={field}
      first={first}
      required
      inputMode="numeric"
      label={say(`settings.rules.${field}`)}
      hint={say(`settings.rules.hints.${field}`)}
    />
  );
  const time = (field: 'quietFrom' | 'quietUntil') => (
    <DraftTime draft={draft} field={field} required label={say(`settings.rules.${field}`)} />
  );
  return (
    <FormDialog
      title={say('settings.rules.changing')}
      lead={say('settings.rules.lead')}
      action={say('settings.rules.save')}
      busy={busy}
      problem={unplaced(problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="form-grid">
        {number('changeFreeHours', true)}
        {number('missingGraceMinutes')}
        {number('noteGraceHours')}
        {time('quietFrom')}
        {time('quietUntil')}
      </div>
    </FormDialog>
  );
}
