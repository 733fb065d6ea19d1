import { useId } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import { Card } from '../design/card';
import { ClinicianDot, whoColor } from '../design/clinician-dot';
import { ChangedMark } from '../since/changed-mark';
import { useWords } from '../words';
import './client-page.css';

/** The clinicians who care for the client, and so see the record. */
export function TeamCard({
  client: { careTeam },
  changed,
}: {
  readonly client: ClientView;
  readonly changed: boolean;
}) {
  const say = useWords();
  const id = useId();
  return (
    <Card as="section" padded className="stack" changed={changed} aria-labelledby={id}>
      <h2 id={id}>
        {say('clients.sections.team')}
        <ChangedMark change={changed ? 'changed' : undefined} />
      </h2>
      {careTeam.length === 0 && <p className="muted">{say('clients.team.none')}</p>}
      <ul className="client-lines">
        {careTeam.map(({ membershipId, name, colour }) => (
          <li key={membershipId}>
            <ClinicianDot who={whoColor(colour)} />
            {name}
          </li>
        ))}
      </ul>
    </Card>
  );
}
