import { Check, FilePen, Plus, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { ChargeView } from '../../api/charges/charge.contract';
import { Button } from '../design/button';
import { useWords } from '../words';
import { AddServiceDialog } from './add-service-dialog';
import { ApproveDialog } from './approve-dialog';
import { ChangeChargeDialog } from './change-charge-dialog';
import { TakeOutDialog } from './take-out-dialog';

type Asked = 'approve' | 'add' | 'change' | 'cancel' | 'reopen';

/** What can be done about a charge as it stands. The server has the last word. */
export function ChargeActs({ charge }: { readonly charge: ChargeView }) {
  const say = useWords();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { state, claim } = charge;
  if (state === 'void') return null;
  return (
    <>
      {claim === null && (
        <Button icon={X} onClick={() => setAsked('cancel')}>
          {say('charges.cancel.open')}
        </Button>
      )}
      <Button icon={Plus} onClick={() => setAsked('add')}>
        {say('charges.add.open')}
      </Button>
      {state === 'proposed' && (
        <>
          <Button icon={FilePen} onClick={() => setAsked('change')}>
            {say('charges.change.open')}
          </Button>
          <Button kind="primary" icon={Check} onClick={() => setAsked('approve')}>
            {say('charges.approve.action')}
          </Button>
        </>
      )}
      {state === 'approved' && (
        <Button icon={Undo2} onClick={() => setAsked('reopen')}>
          {say('charges.reopen.open')}
        </Button>
      )}
      {asked === 'approve' && <ApproveDialog charges={[charge]} onClose={close} />}
      {asked === 'add' && <AddServiceDialog charge={charge} onClose={close} />}
      {asked === 'change' && <ChangeChargeDialog charge={charge} onClose={close} />}
      {(asked === 'cancel' || asked === 'reopen') && <TakeOutDialog charge={charge} how={asked} onClose={close} />}
    </>
  );
}
