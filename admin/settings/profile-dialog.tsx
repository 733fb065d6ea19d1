import { useState } from 'react';
import { CheckBox } from '../design/checkbox';
import { DraftDate, DraftText } from '../form/draft-fields';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useAdd } from '../form/use-add';
import { useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { NpiField } from './npi-field';
import {
  type Profile,
  type ProfileField,
  type ProfileValues,
  profileBody,
  profileFields,
  profileValues,
} from './profile-form';
import { settingsChanges } from './use-billing-settings';
import '../form/form-grid.css';

interface ProfileDialogProps {
  /** Those that hold now; what differs is typed over them. */
  readonly from: Profile | undefined;
  readonly fromDay: string;
  readonly onClose: () => void;
}

/** As whom the practice bills from a day on. Claims of earlier days keep what held then. */
export function ProfileDialog({ from, fromDay, onClose }: ProfileDialogProps) {
  const say = useWords();
  const { toasts } = useProgram();
  const draft = useDraft<ProfileValues>(profileValues(from, fromDay));
  const [test, setTest] = useState(from?.test ?? false);
  const { add, busy, problem } = useAdd({
    alsoChanges: settingsChanges,
    duplicate: { fromDay: say('settings.profile.duplicate') },
    onAdded: () => {
      toasts.add({ text: say('settings.profile.saved'), tone: 'good' });
      onClose();
    },
  });
  const save = async () => {
    const empty = profileFields.filter((field) => draft.values[field].trim() === '');
    if (empty.length > 0)
      return draft.setErrors(Object.fromEntries(empty.map((field) => [field, say('fields.required')])));
    const errors = await add('billing-profiles', profileBody(draft.values, test));
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  const text = (field: Exclude<ProfileField, 'fromDay' | 'npi'>, hint?: string) => (
    <DraftText draft={draft} field={field} required label={say(`settings.profile.${field}`)} hint={hint} />
  );
  return (
    <FormDialog
      placement="wide"
      title={say('settings.profile.changing')}
      lead={say('settings.profile.lead')}
      action={say('settings.profile.action')}
      busy={busy}
      problem={unplaced(problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="form-grid">
        <DraftDate draft={draft} field="fromDay" required label={say('settings.profile.fromDay')} />
        {text('businessName')}
        <NpiField draft={draft} field="npi" />
        {text('taxId', say('settings.profile.taxIdHint'))}
        {text('taxonomy', say('settings.taxonomy.hint'))}
        {text('street', say('settings.profile.streetHint'))}
        {text('city')}
        {text('region', say('insurance.fields.regionHint'))}
        {text('postalCode', say('settings.profile.postalHint'))}
        {text('contactName')}
        {text('contactPhone')}
      </div>
      <fieldset className="form-grid">
        <legend>{say('settings.profile.clearinghouse')}</legend>
        {text('senderId', say('settings.profile.senderHint'))}
        {text('receiverId')}
        {text('receiverName')}
        <div className="form-whole">
          <CheckBox label={say('settings.profile.test')} checked={test} onChange={setTest} />
        </div>
      </fieldset>
    </FormDialog>
  );
}
