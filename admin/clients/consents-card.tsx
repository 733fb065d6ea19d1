import { Mail, MessageSquare, Phone } from 'lucide-react';
import { useId, useState } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { VisuallyHidden } from '../design/visually-hidden';
import { ChangedMark } from '../since/changed-mark';
import { useWords } from '../words';
import { ConsentDialog } from './consent-dialog';
import { type Channel, channels } from './registration';
import { consentOf, lacksContact } from './consent-standing';
import './client-page.css';

interface ConsentsCardProps {
  readonly client: ClientView;
  readonly mayChange: boolean;
  /** By others, since one looked. */
  readonly changed: boolean;
}

const icons = { sms: MessageSquare, email: Mail, voice: Phone } as const;

/** The client's word on each channel, with the way to change it. */
export function ConsentsCard({ client, mayChange, changed }: ConsentsCardProps) {
  const say = useWords();
  const id = useId();
  const [changing, setChanging] = useState<Channel>();
  return (
    <Card as="section" padded className="stack" changed={changed} aria-labelledby={id}>
      <h2 id={id}>
        {say('clients.sections.consents')}
        <ChangedMark change={changed ? 'changed' : undefined} />
      </h2>
      <ul className="client-lines">
        {channels.map((channel) => (
          <ConsentLine
            key={channel}
            client={client}
            channel={channel}
            onChange={mayChange ? () => setChanging(channel) : undefined}
          />
        ))}
      </ul>
      {changing && (
        <ConsentDialog
          client={client}
          channel={changing}
          granted={consentOf(client, changing) === undefined}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Card>
  );
}

interface ConsentLineProps {
  readonly client: ClientView;
  readonly channel: Channel;
  readonly onChange: (() => void) | undefined;
}

function ConsentLine({ client, channel, onChange }: ConsentLineProps) {
  const say = useWords();
  const formats = useFormats();
  const given = consentOf(client, channel);
  const name = say(`clients.consents.${channel}`);
  const lacking = given !== undefined && lacksContact(client, channel);
  const standing = (): string => {
    if (given === undefined) return say('clients.consents.notGiven');
    const day = formats.date(given);
    return lacking
      ? say('clients.consents.noContact', { day, contact: say(`clients.consents.contact.${channel}`) })
      : say('clients.consents.given', { day });
  };
  const words = given === undefined ? 'give' : 'withdraw';
  return (
    <li>
      <Icon of={icons[channel]} />
      <div className="grow">
        {name}
        <div className={lacking ? 'small care' : 'small muted'}>{standing()}</div>
      </div>
      {onChange && (
        <Button size="small" kind={given === undefined ? 'plain' : 'quiet'} onClick={onChange}>
          <span aria-hidden>{say(`clients.consents.${words}`)}</span>
          <VisuallyHidden>{say(`clients.consents.${words}One`, { name })}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
