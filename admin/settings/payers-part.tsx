import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { Button } from '../design/button';
import { IconButton } from '../design/icon-button';
import { Menu } from '../design/menu';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { AddPayerDialog } from './add-payer-dialog';
import { ChangePayerDialog } from './change-payer-dialog';
import { ClearinghouseAgreement } from './clearinghouse-agreement';
import { EndPayerDialog } from './end-payer-dialog';
import { usePlanKind } from './payer-fields';
import type { PayerView } from './payer-form';
import type { BillingSettings } from './use-billing-settings';

type Open = { readonly act: 'add' } | { readonly act: 'change' | 'end'; readonly payer: PayerView };

/** Insurers that the practice bills, each by its own terms. */
export function PayersPart({ settings }: { readonly settings: BillingSettings }) {
  const say = useWords();
  const kind = usePlanKind();
  const mayChange = useMay('billing.change');
  const maySeeAgreements = useMay('system.read');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const days = (id: 'adjudicationDays' | 'filingDays' | 'correctionDays' | 'appealDays'): Column<PayerView> => ({
    id,
    header: say(`settings.payer.${id}`),
    number: true,
    renderCell: (payer) => payer[id],
  });
  const columns: readonly (Column<PayerView> | false)[] = [
    {
      id: 'name',
      header: say('settings.payer.name'),
      renderCell: ({ name, filingIndicator }) => (
        <>
          <span className="strong">{name}</span>
          <div className="small muted">{kind(filingIndicator)}</div>
        </>
      ),
    },
    {
      id: 'payerId',
      header: say('settings.payer.payerId'),
      renderCell: ({ payerId }) => <span className="num">{payerId}</span>,
    },
    {
      id: 'video',
      header: say('settings.payer.video'),
      renderCell: ({ telehealthPlace, telehealthModifier }) => (
        <span className="num">{[telehealthPlace, telehealthModifier].filter(Boolean).join(' · ')}</span>
      ),
    },
    days('adjudicationDays'),
    days('filingDays'),
    days('correctionDays'),
    days('appealDays'),
    mayChange && {
      id: 'act',
      header: say('settings.columns.act'),
      renderCell: (payer) => <PayerMenu payer={payer} onOpen={setOpen} />,
    },
  ];
  return (
    <>
      <div className="row between wrap">
        <p className="soft">{say('settings.payer.what')}</p>
        {mayChange && (
          <Button icon={Plus} onClick={() => setOpen({ act: 'add' })}>
            {say('settings.payer.adding')}
          </Button>
        )}
      </div>
      <Table<PayerView>
        caption={say('settings.parts.payers')}
        columns={columns.filter((column) => column !== false)}
        rows={settings.payers}
        rowKey={({ id }) => id}
        empty={<p className="muted">{say('settings.payer.none')}</p>}
      />
      {maySeeAgreements && <ClearinghouseAgreement />}
      {open?.act === 'add' && <AddPayerDialog onClose={close} />}
      {open?.act === 'change' && <ChangePayerDialog payer={open.payer} onClose={close} />}
      {open?.act === 'end' && <EndPayerDialog payer={open.payer} onClose={close} />}
    </>
  );
}

function PayerMenu({ payer, onOpen }: { readonly payer: PayerView; readonly onOpen: (open: Open) => void }) {
  const say = useWords();
  const label = say('settings.payer.more', { name: payer.name });
  return (
    <Menu
      label={label}
      align="end"
      groups={[
        {
          id: 'payer',
          items: [
            { id: 'change', name: say('settings.payer.change'), onSelect: () => onOpen({ act: 'change', payer }) },
            {
              id: 'end',
              name: say('settings.payer.end'),
              danger: true,
              onSelect: () => onOpen({ act: 'end', payer }),
            },
          ],
        },
      ]}
      renderTrigger={(trigger) => <IconButton size="small" icon={Ellipsis} label={label} {...trigger} />}
    />
  );
}
