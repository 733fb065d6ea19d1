import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { CheckBox } from '../design/checkbox';
import { Pill } from '../design/pill';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { FeeDialog } from './fee-dialog';
import type { BillingSettings } from './use-billing-settings';
import '../list/list.css';

type Fee = BillingSettings['fees'][number];

/** What each code costs, for everyone or for one insurer, from which day on. */
export function FeesPart({ settings }: { readonly settings: BillingSettings }) {
  const say = useWords();
  const formats = useFormats();
  const mayChange = useMay('billing.change');
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useState<{ readonly code?: string }>();
  const { today, fees } = settings;
  const standing = (fee: Fee) => {
    if (fee.holds) return 'now' as const;
    return fee.fromDay > today ? ('later' as const) : ('before' as const);
  };
  const columns: readonly (Column<Fee> | false)[] = [
    {
      id: 'code',
      header: say('settings.fee.code'),
      renderCell: ({ code }) => <span className="num strong">{code}</span>,
    },
    {
      id: 'payer',
      header: say('settings.fee.payer'),
      renderCell: ({ payerName }) => payerName ?? <span className="muted">{say('settings.fee.everyone')}</span>,
    },
    {
      id: 'from',
      header: say('settings.fee.fromDay'),
      renderCell: ({ fromDay }) => <span className="num nowrap">{formats.calendarDate(fromDay)}</span>,
    },
    {
      id: 'standing',
      header: say('settings.columns.standing'),
      renderCell: (fee) => (
        <Pill tone={fee.holds ? 'good' : 'plain'}>{say(`settings.standings.${standing(fee)}`)}</Pill>
      ),
    },
    { id: 'cents', header: say('settings.fee.cents'), number: true, renderCell: ({ cents }) => formats.money(cents) },
    mayChange && {
      id: 'act',
      header: say('settings.columns.act'),
      renderCell: (fee) => (
        <Button size="small" onClick={() => setAdding({ code: fee.code })}>
          {say('settings.fee.another', { code: fee.code })}
        </Button>
      ),
    },
  ];
  return (
    <>
      <p className="soft">{say('settings.fee.what')}</p>
      <div className="list-bar">
        <CheckBox label={say('settings.fee.all')} checked={all} onChange={setAll} />
        <span className="grow" />
        {mayChange && (
          <Button icon={Plus} onClick={() => setAdding({})}>
            {say('settings.fee.adding')}
          </Button>
        )}
      </div>
      <Table<Fee>
        caption={say('settings.parts.fees')}
        columns={columns.filter((column) => column !== false)}
        rows={all ? fees : fees.filter((fee) => standing(fee) !== 'before')}
        rowKey={({ id }) => id}
        empty={<p className="muted">{say('settings.fee.none')}</p>}
      />
      {adding && <FeeDialog {...adding} fromDay={today} onClose={() => setAdding(undefined)} />}
    </>
  );
}
