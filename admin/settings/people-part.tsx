import { useState } from 'react';
import { useMay } from '../../browser/session/use-session';
import { Button } from '../design/button';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { useWords } from '../words';
import { ClinicianBillingDialog } from './clinician-billing-dialog';
import type { BillingSettings } from './use-billing-settings';

type Clinician = BillingSettings['clinicians'][number];

/** As whom payers know each clinician. */
export function PeoplePart({ settings }: { readonly settings: BillingSettings }) {
  const say = useWords();
  const mayChange = useMay('practice.change');
  const [editing, setEditing] = useState<Clinician>();
  const columns: readonly (Column<Clinician> | false)[] = [
    {
      id: 'name',
      header: say('settings.people.name'),
      renderCell: ({ name }) => <span className="strong">{name}</span>,
    },
    {
      id: 'known',
      header: say('settings.people.known'),
      renderCell: ({ firstName, lastName, npi }) =>
        npi === null ? <span className="care">{say('settings.people.unknown')}</span> : `${firstName} ${lastName}`,
    },
    { id: 'npi', header: say('settings.npi.label'), renderCell: ({ npi }) => <span className="num">{npi}</span> },
    {
      id: 'taxonomy',
      header: say('settings.taxonomy.label'),
      renderCell: ({ taxonomy }) => <span className="num">{taxonomy}</span>,
    },
    mayChange && {
      id: 'change',
      header: say('settings.columns.act'),
      renderCell: (clinician) => (
        <Button size="small" onClick={() => setEditing(clinician)}>
          {say('settings.people.change', { name: clinician.name })}
        </Button>
      ),
    },
  ];
  return (
    <>
      <p className="soft">{say('settings.people.what')}</p>
      <Table<Clinician>
        caption={say('settings.parts.people')}
        columns={columns.filter((column) => column !== false)}
        rows={settings.clinicians}
        rowKey={({ id }) => id}
        empty={<p className="muted">{say('settings.people.none')}</p>}
      />
      {editing && <ClinicianBillingDialog clinician={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
