import { DraftText, type TextDraft } from '../form/draft-fields';
import { useWords } from '../words';

interface AddressFieldsProps<Name extends string> {
  readonly draft: TextDraft<Name>;
  readonly fields: Readonly<Record<'street' | 'street2' | 'city' | 'region' | 'postalCode', Name>>;
}

/** An address as claims have it: the policyholder's, or the client's own. */
export function AddressFields<Name extends string>({ draft, fields }: AddressFieldsProps<Name>) {
  const say = useWords();
  return (
    <>
      <DraftText draft={draft} field={fields.street} required maxLength={55} label={say('insurance.fields.street')} />
      <DraftText draft={draft} field={fields.street2} optional maxLength={55} label={say('insurance.fields.street2')} />
      <DraftText draft={draft} field={fields.city} required maxLength={30} label={say('insurance.fields.city')} />
      <DraftText
        draft={draft}
        field={fields.region}
        required
        label={say('insurance.fields.region')}
        hint={say('insurance.fields.regionHint')}
      />
      <DraftText
        draft={draft}
        field={fields.postalCode}
        required
        inputMode="numeric"
        label={say('insurance.fields.postalCode')}
        hint={say('insurance.fields.postalHint')}
      />
    </>
  );
}

export function useSexOptions() {
  const say = useWords();
  return (['F', 'M', 'U'] as const).map((value) => ({ value, name: say(`insurance.sexes.${value}`) }));
}
