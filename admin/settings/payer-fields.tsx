import { DraftSelect, DraftText, type TextDraft } from '../form/draft-fields';
import { useWords } from '../words';
import { type PayerField, type PayerValues, mostDays, payerFaults, planKinds } from './payer-form';
import '../form/form-grid.css';

/** By what terms the practice bills an insurer. */
export function PayerFields({ draft }: { readonly draft: TextDraft<PayerField> }) {
  const say = useWords();
  const days = (field: 'filingDays' | 'correctionDays' | 'appealDays' | 'adjudicationDays', hint?: string) => (
    <DraftText
      draft={draft}
      field={field}
      required
      inputMode="numeric"
      label={say(`settings.payer.${field}`)}
      hint={hint}
    />
  );
  return (
    <div className="form-grid">
      <DraftText draft={draft} field="name" first required maxLength={60} label={say('settings.payer.name')} />
      <DraftText
        draft={draft}
        field="payerId"
        required
        label={say('settings.payer.payerId')}
        hint={say('settings.payer.payerIdHint')}
      />
      <DraftSelect
        draft={draft}
        field="filingIndicator"
        required
        label={say('settings.payer.filingIndicator')}
        hint={say('settings.payer.filingHint')}
        options={useKinds(draft.values.filingIndicator)}
      />
      {days('adjudicationDays', say('settings.payer.adjudicationHint'))}
      {days('filingDays', say('settings.payer.filingDaysHint'))}
      {days('correctionDays')}
      {days('appealDays')}
      <DraftSelect
        draft={draft}
        field="telehealthPlace"
        required
        label={say('settings.payer.telehealthPlace')}
        options={(['10', '02'] as const).map((value) => ({
          value,
          name: `${value} · ${say(`charges.places.p${value}`)}`,
        }))}
      />
      <DraftSelect
        draft={draft}
        field="telehealthModifier"
        label={say('settings.payer.telehealthModifier')}
        none={say('settings.payer.noModifier')}
        options={['95', 'GT', '93'].map((value) => ({ value, name: value }))}
      />
    </div>
  );
}

/** Kinds of plan by name; one that is not in our list stays to be chosen. */
function useKinds(current: string) {
  const say = useWords();
  const known = planKinds.map((value) => ({
    value: value as string,
    name: `${value} · ${say(`settings.payer.kinds.${value}`)}`,
  }));
  return current === '' || known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, name: current }];
}

/** The kind of plan in words; one that is newer than this page shows as it is. */
export function usePlanKind(): (code: string) => string {
  const say = useWords();
  return (code) => {
    const known = planKinds.find((one) => one === code);
    return known === undefined ? code : say(`settings.payer.kinds.${known}`);
  };
}

/** What is wrong with it before it is sent, at its fields. */
export function usePayerFaults(): (values: PayerValues) => Readonly<Partial<Record<PayerField, string>>> | undefined {
  const say = useWords();
  return (values) => {
    const { missing, noDays } = payerFaults(values);
    if (missing.length + noDays.length === 0) return undefined;
    return {
      ...Object.fromEntries(noDays.map((field) => [field, say('settings.payer.days', { max: mostDays(field) })])),
      ...Object.fromEntries(missing.map((field) => [field, say('fields.required')])),
    };
  };
}
