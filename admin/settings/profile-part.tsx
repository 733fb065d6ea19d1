import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { DefinitionList } from '../design/definition-list';
import { Pill } from '../design/pill';
import { useWords } from '../words';
import { ProfileDialog } from './profile-dialog';
import { type Profile, type ProfileField, profileOn } from './profile-form';
import type { BillingSettings } from './use-billing-settings';
import './settings.css';

const shown = [
  'businessName',
  'taxId',
  'street',
  'contactName',
  'senderId',
  'receiverName',
] as const satisfies readonly ProfileField[];

/** As whom the practice bills: what holds today, what held before and what will. */
export function ProfilePart({ settings }: { readonly settings: BillingSettings }) {
  const say = useWords();
  const mayChange = useMay('practice.change');
  const [editing, setEditing] = useState(false);
  const { profiles, today } = settings;
  const now = profileOn(profiles, today);
  return (
    <>
      <div className="row between wrap">
        <p className="soft">{say('settings.profile.what')}</p>
        {mayChange && (
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            {say(now ? 'settings.profile.open' : 'settings.profile.begin')}
          </Button>
        )}
      </div>
      {profiles.length === 0 && <p className="care">{say('settings.profile.none')}</p>}
      {profiles.map((profile) => (
        <ProfileCard
          key={profile.id}
          profile={profile}
          standing={profile === now ? 'now' : profile.fromDay > today ? 'later' : 'before'}
        />
      ))}
      {editing && <ProfileDialog from={now} fromDay={today} onClose={() => setEditing(false)} />}
    </>
  );
}

interface ProfileCardProps {
  readonly profile: Profile;
  readonly standing: 'now' | 'before' | 'later';
}

function ProfileCard({ profile, standing }: ProfileCardProps) {
  const say = useWords();
  const formats = useFormats();
  const valueOf = (field: (typeof shown)[number]): string => {
    if (field === 'street')
      return `${profile.street}, ${profile.city}, ${profile.region} ${profile.postalCode.slice(0, 5)}-${profile.postalCode.slice(5)}`;
    if (field === 'taxId') return `${profile.taxId.slice(0, 2)}-${profile.taxId.slice(2)}`;
    if (field === 'contactName') return `${profile.contactName}, ${formats.phone(`+1${profile.contactPhone}`)}`;
    if (field === 'receiverName') return `${profile.receiverName} (${profile.receiverId})`;
    return profile[field];
  };
  return (
    <Card padded className="stack settings-facts">
      <div className="row wrap">
        <strong className="grow num">
          {say('settings.profile.since', { day: formats.calendarDate(profile.fromDay) })}
        </strong>
        {profile.test && <Pill tone="care">{say('settings.profile.isTest')}</Pill>}
        <Pill tone={standing === 'now' ? 'good' : 'plain'}>{say(`settings.standings.${standing}`)}</Pill>
      </div>
      <DefinitionList
        above
        items={[
          { id: 'npi', term: say('settings.npi.label'), value: <span className="num">{profile.npi}</span> },
          {
            id: 'taxonomy',
            term: say('settings.taxonomy.label'),
            value: <span className="num">{profile.taxonomy}</span>,
          },
          ...shown.map((field) => ({ id: field, term: say(`settings.profile.${field}`), value: valueOf(field) })),
        ]}
      />
    </Card>
  );
}
