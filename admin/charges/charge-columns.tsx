import type { ChargeView } from '../../api/charges/charge.contract';
import { useFormats } from '../../browser/speech';
import type { ViewedColumn } from '../list/use-arranged';
import { useWords } from '../words';
import { ChargeStatePill } from './charge-state-pill';
import { billedAs, usePlaceName } from './charge-look';

/** Every column that the list of charges can have. */
export function useChargeColumns(): readonly ViewedColumn<'charges', ChargeView>[] {
  const say = useWords();
  const formats = useFormats();
  const place = usePlaceName();
  return [
    { id: 'client', header: say('charges.columns.client'), renderCell: ({ clientName }) => clientName },
    {
      id: 'serviceDay',
      header: say('charges.columns.visit'),
      sortable: true,
      renderCell: ({ serviceDay, clinicianName }) => (
        <>
          <span className="num nowrap">{formats.calendarDay(serviceDay)}</span>
          <div className="small muted">{clinicianName}</div>
        </>
      ),
    },
    {
      id: 'code',
      header: say('charges.columns.code'),
      sortable: true,
      renderCell: (charge) => (
        <>
          <span className="num nowrap strong">{billedAs(charge)}</span>
          <div className="small muted num">
            {[
              charge.minutes !== null && say('charges.minutes', { minutes: charge.minutes }),
              place(charge.placeOfService),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    {
      id: 'diagnoses',
      header: say('charges.columns.diagnoses'),
      renderCell: ({ diagnoses }) => <span className="num">{diagnoses.join(', ')}</span>,
    },
    {
      id: 'payer',
      header: say('charges.columns.payer'),
      renderCell: ({ payerName, rank }) => (
        <>
          {payerName}
          {rank !== null && rank > 1 && <div className="small muted">{say('charges.rank', { rank })}</div>}
        </>
      ),
    },
    {
      id: 'state',
      header: say('charges.columns.state'),
      renderCell: (charge) => <ChargeStatePill charge={charge} />,
    },
    {
      id: 'cents',
      header: say('charges.columns.fee'),
      number: true,
      sortable: true,
      renderCell: ({ cents }) => formats.money(cents),
    },
  ];
}
