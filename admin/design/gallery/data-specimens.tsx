import { Check, CircleAlert, Clock, Inbox, Send } from 'lucide-react';
import { useState } from 'react';
import { useFormats } from '../../../browser/speech';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { Pager } from '../pager';
import { Pill } from '../pill';
import { Table } from '../table';
import type { Column, TableSort } from '../table-column';
import { Tabs } from '../tabs';
import { type SampleClaim, sampleClaims, sortClaims } from './samples';
import { Specimen } from './specimen';

const tones = { denied: 'bad', ready: 'info', sent: 'accent', paid: 'good' } as const;
const icons = { denied: CircleAlert, ready: Clock, sent: Send, paid: Check } as const;

export function useClaimColumns(): readonly Column<SampleClaim>[] {
  const formats = useFormats();
  return [
    { id: 'id', header: 'Claim', sortable: true, renderCell: (claim) => claim.id },
    { id: 'client', header: 'Client', sortable: true, renderCell: (claim) => claim.client },
    { id: 'payer', header: 'Payer', renderCell: (claim) => <span className="soft">{claim.payer}</span> },
    { id: 'day', header: 'Visit', number: true, sortable: true, renderCell: (claim) => formats.calendarDay(claim.day) },
    { id: 'cents', header: 'Charged', number: true, sortable: true, renderCell: (claim) => formats.money(claim.cents) },
    {
      id: 'state',
      header: 'Status',
      renderCell: (claim) => (
        <Pill tone={tones[claim.state]} icon={icons[claim.state]}>
          {claim.state}
        </Pill>
      ),
    },
    { id: 'next', header: 'Next', renderCell: (claim) => <span className="small soft">{claim.next}</span> },
  ];
}

export function DataSpecimens() {
  const columns = useClaimColumns();
  const [sort, setSort] = useState<TableSort>({ field: 'day', order: 'DESC' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['S-1042']));
  const [page, setPage] = useState(2);
  return (
    <>
      <Specimen id="table" title="Table and pager">
        <Table
          caption="Sample claims"
          columns={columns}
          rows={sortClaims(sampleClaims, sort)}
          rowKey={(claim) => claim.id}
          rowName={(claim) => claim.client}
          linkTo={(claim) => `#${claim.id}`}
          sort={sort}
          onSort={setSort}
          selection={{ selected, onChange: setSelected }}
        />
        <Pager page={page} perPage={20} total={319} onPage={setPage} />
      </Specimen>
      <Specimen id="table-states" title="A table that loads, one that is empty, one with totals">
        <Table caption="Loading" columns={columns} rows={undefined} rowKey={(claim) => claim.id} />
        <Table
          caption="Empty"
          columns={columns}
          rows={[]}
          rowKey={(claim) => claim.id}
          empty={
            <EmptyState icon={Inbox} title="Nothing waits" action={<Button>Look at what was sent</Button>}>
              Claims that cannot go out by themselves appear here, with the reason.
            </EmptyState>
          }
        />
        <MoneyTable />
      </Specimen>
      <SampleTabs />
    </>
  );
}

function MoneyTable() {
  const formats = useFormats();
  const lines = [
    { id: 'a', what: 'Session, 46 min', charged: 15_000, paid: 12_000 },
    { id: 'b', what: 'Longer than planned', charged: 1500, paid: 0 },
  ];
  return (
    <Table
      caption="Lines"
      columns={[
        { id: 'what', header: 'Line', renderCell: (line) => line.what },
        { id: 'charged', header: 'Charged', number: true, renderCell: (line) => formats.money(line.charged) },
        { id: 'paid', header: 'Paid', number: true, renderCell: (line) => formats.money(line.paid) },
        {
          id: 'open',
          header: 'Open',
          number: true,
          renderCell: (line) => <span className="bad strong">{formats.money(line.charged - line.paid)}</span>,
        },
      ]}
      rows={lines}
      rowKey={(line) => line.id}
      footer={
        <tr>
          <td>Together</td>
          <td className="k-number">{formats.money(16_500)}</td>
          <td className="k-number">{formats.money(12_000)}</td>
          <td className="k-number">{formats.money(4500)}</td>
        </tr>
      }
    />
  );
}

function SampleTabs() {
  const [tab, setTab] = useState('money');
  const tabs = [
    {
      id: 'money',
      name: 'Money',
      renderContent: () => <p className="gallery-tab">What was charged and what was paid.</p>,
    },
    { id: 'codes', name: 'Visit and codes', renderContent: () => <p className="gallery-tab">What was done.</p> },
    { id: 'chat', name: 'Messages', count: 2, renderContent: () => <p className="gallery-tab">What was said.</p> },
  ];
  return (
    <Specimen id="tabs" title="Tabs">
      <Tabs label="Claim" tabs={tabs} selected={tab} onSelect={setTab} />
    </Specimen>
  );
}
