import type { BalanceRow } from '../../api/balances/balance.contract';
import { daysBetween } from '../../browser/iso-day';
import { useFormats } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { classes } from '../design/classes';
import type { ViewedColumn } from '../list/use-arranged';
import { useWords } from '../words';

/** From so many days on an open balance needs care. */
const oldDays = 60;

export function useBalanceColumns(): readonly ViewedColumn<'balances', BalanceRow>[] {
  const say = useWords();
  const formats = useFormats();
  const today = useToday();
  const since = (day: string) => {
    const count = daysBetween(day, today);
    return (
      <span className={classes('num', 'nowrap', count >= oldDays && 'care')}>
        {say('balances.since', { day: formats.calendarDate(day), count })}
      </span>
    );
  };
  const money = (cents: number) =>
    cents === 0 ? <span className="muted">{formats.money(0)}</span> : formats.money(cents);
  return [
    { id: 'name', header: say('balances.columns.client'), sortable: true, renderCell: ({ clientName }) => clientName },
    {
      id: 'owedSince',
      header: say('balances.columns.since'),
      sortable: true,
      renderCell: ({ owedSince }) => owedSince !== null && since(owedSince),
    },
    {
      id: 'waiting',
      header: say('balances.columns.waiting'),
      number: true,
      renderCell: ({ waitingCents }) => money(waitingCents),
    },
    {
      id: 'denied',
      header: say('balances.columns.denied'),
      number: true,
      renderCell: ({ deniedCents }) => money(deniedCents),
    },
    {
      id: 'lastPaid',
      header: say('balances.columns.lastPaid'),
      number: true,
      renderCell: ({ lastPaidAt }) => lastPaidAt !== null && formats.date(lastPaidAt),
    },
    {
      id: 'balanceCents',
      header: say('balances.columns.balance'),
      number: true,
      sortable: true,
      renderCell: ({ balanceCents }) => <strong>{formats.money(balanceCents)}</strong>,
    },
  ];
}
