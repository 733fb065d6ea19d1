import { Check } from 'lucide-react';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import type { ChargeView } from '../../api/charges/charge.contract';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { useAction } from '../shell/actions';
import { useWords } from '../words';
import { ApproveDialog } from './approve-dialog';
import './charges.css';

/** What is chosen on this page of the list, and the button that approves it. */
export function ApproveBar() {
  const say = useWords();
  const formats = useFormats();
  const { data = [], selectedIds, onUnselectItems } = useListContext<ChargeView>();
  const [approving, setApproving] = useState(false);
  const chosen = data.filter(({ id }) => selectedIds.includes(id));
  const approve = () => {
    if (chosen.length > 0) setApproving(true);
  };
  useAction({ id: 'charges.approve', name: say('charges.approve.chosen'), icon: Check, key: 'a', run: approve });
  return (
    <div className="charge-bar">
      <output className="num">
        {chosen.length === 0
          ? say('charges.chooseSome')
          : say('charges.chosen', {
              count: chosen.length,
              sum: formats.money(chosen.reduce((sum, { cents }) => sum + cents, 0)),
            })}
      </output>
      <Button kind="primary" icon={Check} keyHint="A" disabled={chosen.length === 0} onClick={approve}>
        {say('charges.approve.action')}
      </Button>
      {approving && <ApproveDialog charges={chosen} onApproved={onUnselectItems} onClose={() => setApproving(false)} />}
    </div>
  );
}
