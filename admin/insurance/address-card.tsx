import { Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import type { ClientBillingView } from '../../api/billing/coverage.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { useWords } from '../words';
import { AddressDialog } from './address-dialog';
import { useCoverageWords } from './use-coverage-words';

/** As whom a client is billed: name, address and sex as claims carry them. */
export function AddressCard({
  billing,
  mayChange,
}: {
  readonly billing: ClientBillingView;
  readonly mayChange: boolean;
}) {
  const say = useWords();
  const formats = useFormats();
  const words = useCoverageWords();
  const id = useId();
  const [editing, setEditing] = useState(false);
  const { address, clientName } = billing;
  return (
    <Card as="section" padded className="stack" aria-labelledby={id}>
      <div className="row between">
        <h3 id={id}>{say('insurance.address.title')}</h3>
        {mayChange && (
          <Button size="small" icon={Pencil} onClick={() => setEditing(true)}>
            {say(address ? 'insurance.address.change' : 'insurance.address.add')}
          </Button>
        )}
      </div>
      {address ? (
        <p className="num">
          {[
            clientName,
            address.street,
            address.street2,
            `${address.city}, ${address.region} ${formats.zip(address.postalCode)}`,
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
          <br />
          <span className="small muted">{say('insurance.fields.sexIs', { sex: words.sex(address.sex) })}</span>
        </p>
      ) : (
        <p className="care">{say('insurance.address.none')}</p>
      )}
      {editing && <AddressDialog billing={billing} onClose={() => setEditing(false)} />}
    </Card>
  );
}
