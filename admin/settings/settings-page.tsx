import { useMay } from '../../browser/session/use-session';
import { useUrlFilter } from '../data/url-filter';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { Tabs } from '../design/tabs';
import { Page } from '../shell/page';
import { useWords } from '../words';
import { AgreementsPart } from './agreements-part';
import { FeesPart } from './fees-part';
import { PayersPart } from './payers-part';
import { PeoplePart } from './people-part';
import { ProfilePart } from './profile-part';
import { RulesPart } from './rules-part';
import { type BillingSettings, useBillingSettings } from './use-billing-settings';
import './settings.css';

const parts = ['profile', 'people', 'payers', 'fees', 'rules', 'agreements'] as const;

/** How the practice is set up. Whoever bills reads it; what she may not change has no button. */
export function SettingsPage() {
  const say = useWords();
  const [part = 'profile', setPart] = useUrlFilter('show', parts);
  const maySeeAgreements = useMay('system.read');
  const { settings, problem } = useBillingSettings();
  const shown = parts.filter((id) => id !== 'agreements' || maySeeAgreements);
  return (
    <Page area="settings" title={say('settings.title')} lead={say('settings.lead')}>
      {!settings && (problem ? <ProblemNotice problem={problem} /> : <Skeleton shape="lines" count={6} />)}
      {settings && (
        <div className="settings-tabs">
          <Tabs
            label={say('settings.title')}
            tabs={shown.map((id) => ({
              id,
              name: say(`settings.parts.${id}`),
              renderContent: () => <Part part={id} settings={settings} />,
            }))}
            selected={part}
            onSelect={setPart}
          />
        </div>
      )}
    </Page>
  );
}

interface PartProps {
  readonly part: (typeof parts)[number];
  readonly settings: BillingSettings;
}

function Part({ part, settings }: PartProps) {
  switch (part) {
    case 'profile':
      return <ProfilePart settings={settings} />;
    case 'people':
      return <PeoplePart settings={settings} />;
    case 'payers':
      return <PayersPart settings={settings} />;
    case 'fees':
      return <FeesPart settings={settings} />;
    case 'rules':
      return <RulesPart />;
    case 'agreements':
      return <AgreementsPart />;
  }
}
