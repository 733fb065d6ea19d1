import { useToday } from '../../browser/use-today';
import { DraftDate, DraftSelect, DraftText } from '../form/draft-fields';
import { FormDialog } from '../form/form-dialog';
import { unplaced } from '../form/unplaced';
import { useAdd } from '../form/use-add';
import { useDraft } from '../form/use-draft';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { knownVendors, servicesOf } from './agreement-rows';
import { agreementChanges } from './use-agreements';
import { useVendorWords } from './use-vendor-words';
import '../form/form-grid.css';

type Values = Readonly<Record<'vendor' | 'services' | 'signedOn' | 'expiresOn', string>>;

interface RecordAgreementDialogProps {
  /** Empty: it is chosen. */
  readonly vendor: string;
  readonly onClose: () => void;
}

/** An agreement that was signed: from its day on the vendor may be given personal data. */
export function RecordAgreementDialog({ vendor, onClose }: RecordAgreementDialogProps) {
  const say = useWords();
  const words = useVendorWords();
  const today = useToday();
  const { toasts } = useProgram();
  const draft = useDraft<Values>({ vendor, services: words.services(vendor), signedOn: today, expiresOn: '' });
  const { values } = draft;
  const { add, busy, problem } = useAdd({
    alsoChanges: agreementChanges,
    onAdded: () => {
      toasts.add({ text: say('settings.agreements.recorded', { name: words.name(values.vendor) }), tone: 'good' });
      onClose();
    },
  });
  const choose = (chosen: string) => {
    // what was typed stays; what was only offered is offered for the other one
    if (values.services === words.services(values.vendor)) draft.set('services')(words.services(chosen));
    draft.set('vendor')(chosen);
  };
  const save = async () => {
    const services = servicesOf(values.services);
    const required = { vendor: values.vendor, services: services.join(''), signedOn: values.signedOn };
    const empty = Object.entries(required).flatMap(([field, value]) => (value === '' ? [field] : []));
    if (empty.length > 0)
      return draft.setErrors(Object.fromEntries(empty.map((field) => [field, say('fields.required')])));
    const expiresOn = values.expiresOn === '' ? null : values.expiresOn;
    const errors = await add('agreements', { vendor: values.vendor, services, signedOn: values.signedOn, expiresOn });
    if (errors) draft.setErrors(errors);
    return undefined;
  };
  return (
    <FormDialog
      title={say('settings.agreements.recording')}
      lead={say('settings.agreements.lead')}
      action={say('settings.agreements.action')}
      busy={busy}
      problem={unplaced(problem, draft)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="form-grid">
        <DraftSelect
          draft={{ ...draft, set: () => choose }}
          field="vendor"
          first={vendor === ''}
          required
          label={say('settings.agreements.vendor')}
          none={say('settings.agreements.choose')}
          options={knownVendors.map((value) => ({ value, name: words.name(value) }))}
        />
        <DraftText
          draft={draft}
          field="services"
          required
          maxLength={80}
          label={say('settings.agreements.services')}
          hint={say('settings.agreements.servicesHint')}
        />
        <DraftDate
          draft={draft}
          field="signedOn"
          first={vendor !== ''}
          required
          label={say('settings.agreements.signedOn')}
        />
        <DraftDate
          draft={draft}
          field="expiresOn"
          optional
          label={say('settings.agreements.expiresOn')}
          hint={say('settings.agreements.expiresHint')}
        />
      </div>
    </FormDialog>
  );
}
