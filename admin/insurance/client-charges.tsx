import { useId } from 'react';
import { useGetList } from 'react-admin';
import type { ChargeView } from '../../api/charges/charge.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { billedAs } from '../charges/charge-look';
import { ChargeStatePill } from '../charges/charge-state-pill';
import { ButtonLink } from '../design/button-link';
import { ProblemNotice } from '../design/problem-notice';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { chargePath } from '../paths';
import { useWords } from '../words';

const shown = 10;

/** What a client's last visits were billed as; each leads to its charge. */
export function ClientCharges({ clientId }: { readonly clientId: string }) {
  const say = useWords();
  const formats = useFormats();
  const id = useId();
  const { data, error } = useGetList<ChargeView>('charges', {
    filter: { clientId },
    sort: { field: 'serviceDay', order: 'DESC' },
    pagination: { page: 1, perPage: shown },
  });
  const columns: readonly Column<ChargeView>[] = [
    {
      id: 'visit',
      header: say('insurance.charges.columns.visit'),
      renderCell: ({ serviceDay }) => <span className="num nowrap">{formats.calendarDate(serviceDay)}</span>,
    },
    {
      id: 'code',
      header: say('insurance.charges.columns.code'),
      renderCell: (charge) => <span className="num nowrap">{billedAs(charge)}</span>,
    },
    { id: 'payer', header: say('insurance.charges.columns.payer'), renderCell: ({ payerName }) => payerName },
    {
      id: 'state',
      header: say('insurance.charges.columns.state'),
      renderCell: (charge) => <ChargeStatePill charge={charge} />,
    },
    {
      id: 'fee',
      header: say('insurance.charges.columns.fee'),
      number: true,
      renderCell: ({ cents }) => formats.money(cents),
    },
  ];
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="row between">
        <h3 id={id}>{say('insurance.charges.title')}</h3>
        <ButtonLink to="/charges">{say('insurance.charges.all')}</ButtonLink>
      </div>
      {!data && error ? (
        <ProblemNotice problem={problemOf(error)} />
      ) : (
        <Table<ChargeView>
          caption={say('insurance.charges.caption')}
          columns={columns}
          rows={data}
          rowKey={(charge) => charge.id}
          linkTo={(charge) => chargePath(charge)}
          empty={<p className="client-none muted">{say('insurance.charges.none')}</p>}
        />
      )}
    </section>
  );
}
