import type { WorkItemView } from '../../api/work/work.contract';
import type { Problem } from '../../browser/http/problem';
import { UnreadDialog } from '../form/unread';
import { AddCoverageDialog } from '../insurance/add-coverage-dialog';
import { AddressDialog } from '../insurance/address-dialog';
import { freeRank, onDay } from '../insurance/coverage-standing';
import { useClientBilling } from '../insurance/use-client-billing';
import { AddDiagnosisDialog } from '../notes/add-diagnosis-dialog';
import { ClinicianBillingDialog } from '../settings/clinician-billing-dialog';
import { FeeDialog } from '../settings/fee-dialog';
import { ProfileDialog } from '../settings/profile-dialog';
import { profileOn } from '../settings/profile-form';
import { useBillingSettings } from '../settings/use-billing-settings';
import { useWords } from '../words';
import type { MissingForVisit, MissingPart } from './missing-parts';

interface MendFormProps {
  readonly part: MissingPart;
  readonly item: WorkItemView;
  readonly of: MissingForVisit;
  readonly onClose: () => void;
}

/** The form that mends one part: the same that stands on its own page, filled in with what the visit says. */
export function MendForm({ part, item, of, onClose }: MendFormProps) {
  const clientId = item.clientId ?? '';
  const clientName = item.clientName ?? '';
  switch (part) {
    case 'diagnosis':
      return <AddDiagnosisDialog client={{ clientId, clientName }} fromDay={of.day} onClose={onClose} />;
    case 'fee':
      return <FeeDialog {...(of.code !== undefined && { code: of.code })} fromDay={of.day} onClose={onClose} />;
    case 'coverage':
    case 'client_address':
      return <OfClient part={part} clientId={clientId} day={of.day} onClose={onClose} />;
    case 'clinician_npi':
    case 'billing_profile':
      return <OfPractice part={part} of={of} onClose={onClose} />;
    case 'too_short':
      return null;
  }
}

interface OfClientProps extends Pick<MendFormProps, 'part' | 'onClose'> {
  readonly clientId: string;
  readonly day: string;
}

function OfClient({ part, clientId, day, onClose }: OfClientProps) {
  const { billing, ...unread } = useClientBilling(clientId);
  if (!billing) return <Unread part={part} {...unread} onClose={onClose} />;
  if (part === 'client_address') return <AddressDialog billing={billing} onClose={onClose} />;
  const { holding } = onDay(billing.coverages, day);
  const client = { id: clientId, name: billing.clientName };
  return <AddCoverageDialog client={client} rank={freeRank(holding)} fromDay={day} onClose={onClose} />;
}

function OfPractice({ part, of, onClose }: Pick<MendFormProps, 'part' | 'of' | 'onClose'>) {
  const { settings, ...unread } = useBillingSettings();
  if (!settings) return <Unread part={part} {...unread} onClose={onClose} />;
  if (part === 'billing_profile')
    return <ProfileDialog from={profileOn(settings.profiles, settings.today)} fromDay={of.day} onClose={onClose} />;
  const clinician = settings.clinicians.find(({ id }) => id === of.clinicianId);
  return clinician ? <ClinicianBillingDialog clinician={clinician} onClose={onClose} /> : null;
}

interface UnreadProps extends Pick<MendFormProps, 'part' | 'onClose'> {
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** The form opens once what it is filled in with is there, or says why it is not. */
function Unread({ part, problem, again, onClose }: UnreadProps) {
  const say = useWords();
  if (!problem) return null;
  return <UnreadDialog title={say(`work.mend.acts.${part}`)} problem={problem} onRetry={again} onClose={onClose} />;
}
