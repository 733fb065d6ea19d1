import type { ClaimRowView } from '../../api/claims/claim.contract';
import { useFormats } from '../../browser/speech';
import type { ViewedColumn } from '../list/use-arranged';
import { useWords } from '../words';
import { ClaimStatePill } from './claim-state-pill';
import { useClaimWords } from './use-claim-words';
import './claims.css';

export const standardColumns = ['serviceDay', 'payer', 'chargeCents', 'paid', 'open', 'state', 'due'] as const;

/** Every column that a list of claims can have. */
export function useClaimColumns(): readonly ViewedColumn<'claims', ClaimRowView>[] {
  const say = useWords();
  const formats = useFormats();
  const words = useClaimWords();
  return [
    { id: 'client', header: say('claims.columns.client'), renderCell: ({ clientName }) => clientName },
    {
      id: 'serviceDay',
      header: say('claims.columns.visit'),
      sortable: true,
      renderCell: ({ serviceDay, codes, clinicianName }) => (
        <>
          <span className="num nowrap">{formats.calendarDate(serviceDay)}</span>
          <div className="small muted num">{[codes.join(', '), clinicianName].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      id: 'payer',
      header: say('claims.columns.payer'),
      renderCell: ({ payerName, rank }) => (
        <>
          <span className="claim-payer clip" title={payerName}>
            {payerName}
          </span>
          {rank > 1 && <div className="small muted">{say('claims.turn', { rank: String(rank) })}</div>}
        </>
      ),
    },
    {
      id: 'number',
      header: say('claims.columns.number'),
      renderCell: ({ controlNumber }) => <span className="num nowrap">{controlNumber}</span>,
    },
    {
      id: 'chargeCents',
      header: say('claims.columns.charge'),
      number: true,
      sortable: true,
      renderCell: ({ chargeCents }) => formats.money(chargeCents),
    },
    {
      id: 'paid',
      header: say('claims.columns.paid'),
      number: true,
      renderCell: ({ paidCents }) => formats.money(paidCents),
    },
    {
      id: 'open',
      header: say('claims.columns.open'),
      number: true,
      renderCell: ({ openCents }) => formats.money(openCents),
    },
    {
      id: 'state',
      header: say('claims.columns.state'),
      renderCell: (claim) => (
        <span className="claim-state">
          <ClaimStatePill claim={claim} />
          {claim.causes.length > 0 && <span className="small muted num">{claim.causes.slice(0, 2).join(', ')}</span>}
        </span>
      ),
    },
    {
      id: 'due',
      header: say('claims.columns.next'),
      sortable: true,
      renderCell: (claim) => <span className="soft claim-due">{words.next(claim)}</span>,
    },
  ];
}
