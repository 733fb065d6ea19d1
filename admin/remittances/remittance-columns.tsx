import type { RemittanceRow } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { Pill } from '../design/pill';
import type { ViewedColumn } from '../list/use-arranged';
import { useWords } from '../words';
import { RemittanceStatePill } from './remittance-state-pill';

/** How many of its claims are where they belong. */
const settled = ({ posted, informed, setAside }: RemittanceRow): number => posted + informed + setAside;

export function useRemittanceColumns(): readonly ViewedColumn<'remittances', RemittanceRow>[] {
  const say = useWords();
  const formats = useFormats();
  return [
    {
      id: 'payerName',
      header: say('remittances.columns.payer'),
      sortable: true,
      renderCell: ({ payerName }) => payerName,
    },
    {
      id: 'traceNumber',
      header: say('remittances.columns.number'),
      sortable: true,
      renderCell: ({ traceNumber }) => <span className="num">{traceNumber}</span>,
    },
    {
      id: 'paidOn',
      header: say('remittances.columns.paidOn'),
      sortable: true,
      renderCell: ({ paidOn }) => paidOn !== null && <span className="num nowrap">{formats.calendarDate(paidOn)}</span>,
    },
    {
      id: 'state',
      header: say('remittances.columns.state'),
      renderCell: ({ state }) => <RemittanceStatePill state={state} />,
    },
    {
      id: 'posted',
      header: say('remittances.columns.workedOff'),
      number: true,
      renderCell: (row) => (
        <span className="muted">{say('remittances.ofClaims', { done: settled(row), count: row.claims })}</span>
      ),
    },
    {
      id: 'waiting',
      header: say('remittances.columns.waiting'),
      number: true,
      renderCell: ({ review }) => review > 0 && <Pill tone="care">{review}</Pill>,
    },
    {
      id: 'paidCents',
      header: say('remittances.columns.amount'),
      number: true,
      sortable: true,
      renderCell: ({ paidCents }) => formats.money(paidCents),
    },
    {
      id: 'receivedAt',
      header: say('remittances.columns.received'),
      number: true,
      sortable: true,
      renderCell: ({ receivedAt }) => formats.day(receivedAt),
    },
  ];
}
