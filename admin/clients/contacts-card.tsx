import { Ellipsis, Mail, Phone, Plus, Smartphone } from 'lucide-react';
import { useId, useState } from 'react';
import type { ClientView } from '../../api/clients/client.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { IconButton } from '../design/icon-button';
import { Menu } from '../design/menu';
import { Pill } from '../design/pill';
import { ChangedMark } from '../since/changed-mark';
import { useWords } from '../words';
import { AddContactDialog } from './add-contact-dialog';
import { EndContactDialog } from './end-contact-dialog';
import './client-page.css';

type Contact = ClientView['contacts'][number];

interface ContactsCardProps {
  readonly client: ClientView;
  readonly mayChange: boolean;
  /** By others, since one looked. */
  readonly changed: boolean;
}

const kinds = ['mobile', 'phone', 'email'] as const;
const icons = { mobile: Smartphone, phone: Phone, email: Mail } as const;

/** Ways to reach the client, the one that counts of each kind first. */
export function ContactsCard({ client, mayChange, changed }: ContactsCardProps) {
  const say = useWords();
  const id = useId();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Contact>();
  const newestFirst = kinds.flatMap((kind) => client.contacts.filter((one) => one.kind === kind).toReversed());
  return (
    <Card as="section" padded className="stack" changed={changed} aria-labelledby={id}>
      <div className="row between">
        <h2 id={id}>
          {say('clients.sections.contacts')}
          <ChangedMark change={changed ? 'changed' : undefined} />
        </h2>
        {mayChange && (
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            {say('clients.contacts.add')}
          </Button>
        )}
      </div>
      {client.contacts.length === 0 && <p className="muted">{say('clients.contacts.none')}</p>}
      <ul className="client-lines">
        {newestFirst.map((contact) => (
          <ContactLine
            key={contact.id}
            contact={contact}
            counts={newestFirst.find(({ kind }) => kind === contact.kind) === contact}
            onEnd={mayChange ? () => setEnding(contact) : undefined}
          />
        ))}
      </ul>
      {adding && <AddContactDialog client={client} onClose={() => setAdding(false)} />}
      {ending && <EndContactDialog client={client} contact={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

interface ContactLineProps {
  readonly contact: Contact;
  /** Of its kind it is the newest: reminders go there. */
  readonly counts: boolean;
  readonly onEnd: (() => void) | undefined;
}

function ContactLine({ contact: { kind, value, leaveMessage }, counts, onEnd }: ContactLineProps) {
  const say = useWords();
  const formats = useFormats();
  const shown = kind === 'email' ? value : formats.phone(value);
  return (
    <li>
      <Icon of={icons[kind]} />
      <div className="grow">
        {kind === 'email' ? (
          <a href={`mailto:${value}`}>{value}</a>
        ) : (
          <a className="num" href={`tel:${value}`}>
            {shown}
          </a>
        )}
        <div className="small muted">
          {say(`clients.contacts.${kind}`)}
          {kind !== 'email' && ` · ${say(leaveMessage ? 'clients.contacts.leave' : 'clients.contacts.noLeave')}`}
        </div>
      </div>
      {!counts && <Pill>{say('clients.contacts.older')}</Pill>}
      {onEnd && (
        <Menu
          label={say('clients.contacts.more', { value: shown })}
          align="end"
          groups={[
            { id: 'end', items: [{ id: 'end', name: say('clients.contacts.end'), danger: true, onSelect: onEnd }] },
          ]}
          renderTrigger={(trigger) => (
            <IconButton
              size="small"
              icon={Ellipsis}
              label={say('clients.contacts.more', { value: shown })}
              {...trigger}
            />
          )}
        />
      )}
    </li>
  );
}
