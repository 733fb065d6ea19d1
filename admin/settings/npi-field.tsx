import { DraftText, type TextDraft } from '../form/draft-fields';
import { useWords } from '../words';
import { npiStanding } from './npi-check';

/** An NPI, with its check digit explained while it is typed. */
export function NpiField<Name extends string>({
  draft,
  field,
}: {
  readonly draft: TextDraft<Name>;
  readonly field: Name;
}) {
  const say = useWords();
  const standing = npiStanding(draft.values[field]);
  return (
    <DraftText
      draft={draft}
      field={field}
      required
      inputMode="numeric"
      label={say('settings.npi.label')}
      hint={say(`settings.npi.${standing}`)}
    />
  );
}
