import { useId, useMemo } from 'react';
import type { RemittanceClaimRow, RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { useUrlFilter } from '../data/url-filter';
import { useUrlRecord } from '../data/use-url-record';
import { Pill } from '../design/pill';
import { Select } from '../design/select';
import type { Column } from '../design/table-column';
import { ListTable } from '../list/list-table';
import { MemoryList } from '../list/memory-list';
import '../list/list.css';
import { useWords } from '../words';
import { ClaimDrawer } from './claim-drawer';
import { SaidStatePill } from './remittance-state-pill';
import './remittances.css';

const states = ['posted', 'review', 'set_aside', 'informed', 'undone', 'found'] as const satisfies readonly RemittanceClaimRow['state'][]; // prettier-ignore

/** What the payer says of each claim, with how it stands; each opens beside the page, down to its segments. */
export function ClaimsCard({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const id = useId();
  const open = useUrlRecord('claim');
  const columns = useClaimColumns();
  const [state, setState] = useUrlFilter('claims', states);
  const filter = useMemo(
    () => ({ remittanceId: remittance.id, ...(state && { states: [state] }) }),
    [remittance.id, state],
  );
  return (
    <section aria-labelledby={id} className="stack">
      <div className="row wrap">
        <h2 id={id} className="grow">
          {say('remittances.claims.title')}
        </h2>
        {remittance.claims > 1 && (
          <Select
            aria-label={say('remittances.claims.filter')}
            none={say('remittances.claims.all')}
            options={states.map((value) => ({ value, name: say(`remittances.claims.states.${value}`) }))}
            value={state}
            onChange={setState}
          />
        )}
      </div>
      <MemoryList
        resource="remittance-claims"
        place="remittance-claims"
        sort={{ field: 'ordinal', order: 'ASC' }}
        filter={filter}
      >
        <ListTable<RemittanceClaimRow>
          caption={say('remittances.claims.caption')}
          columns={columns}
          linkTo={({ id: claim }) => open.pathTo(claim)}
          empty={
            <p className="remittance-none muted">
              {say(remittance.claims === 0 ? 'remittances.claims.read' : 'remittances.claims.none')}
            </p>
          }
        />
      </MemoryList>
      {open.id !== undefined && <ClaimDrawer id={open.id} payerName={remittance.payerName} onClose={open.close} />}
    </section>
  );
}

function useClaimColumns(): readonly Column<RemittanceClaimRow>[] {
  const say = useWords();
  const formats = useFormats();
  const header = (
    of: 'claim' | 'client' | 'state' | 'charged' | 'paid' | 'contractual' | 'denied' | 'share' | 'why',
  ): string => say(`remittances.claims.columns.${of}`);
  const money = (
    id: 'charged' | 'paid' | 'contractual' | 'denied' | 'share',
    centsOf: (row: RemittanceClaimRow) => number,
  ): Column<RemittanceClaimRow> => ({
    id,
    header: header(id),
    number: true,
    renderCell: (row) => (
      <span className={id === 'denied' && centsOf(row) > 0 ? 'care' : ''}>{formats.money(centsOf(row))}</span>
    ),
  });
  return [
    {
      id: 'claim',
      header: header('claim'),
      renderCell: ({ controlNumber }) => <span className="num">{controlNumber}</span>,
    },
    { id: 'client', header: header('client'), renderCell: ({ clientName, patientName }) => clientName ?? patientName },
    { id: 'state', header: header('state'), renderCell: ({ state }) => <SaidStatePill state={state} /> },
    money('charged', ({ chargeCents }) => chargeCents),
    money('paid', ({ paidCents }) => paidCents),
    money('contractual', ({ contractualCents }) => contractualCents),
    money('denied', ({ deniedCents }) => deniedCents),
    money('share', ({ clientCents }) => clientCents),
    {
      id: 'why',
      header: header('why'),
      renderCell: ({ reasons }) => (
        <span className="row wrap">
          {reasons.map((reason) => (
            <Pill key={reason}>{reason}</Pill>
          ))}
        </span>
      ),
    },
  ];
}
