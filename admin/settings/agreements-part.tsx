import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { AgreementView } from '../../api/practice/agreement.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { Button } from '../design/button';
import { CheckBox } from '../design/checkbox';
import { Pill, type Tone } from '../design/pill';
import { Skeleton } from '../design/skeleton';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { UnreadNotice } from '../form/unread';
import { useWords } from '../words';
import { type AgreementRow, agreementRows, hasAnother } from './agreement-rows';
import { EndAgreementDialog } from './end-agreement-dialog';
import { RecordAgreementDialog } from './record-agreement-dialog';
import { useAgreements } from './use-agreements';
import { useVendorWords } from './use-vendor-words';
import '../list/list.css';

type Open = { readonly record: string } | { readonly end: AgreementView };

const tones: Readonly<Record<AgreementView['standing'], Tone>> = {
  in_force: 'good',
  to_come: 'info',
  expired: 'care',
  ended: 'plain',
};

/** To whom something of a person may go: each vendor's business associate agreement. */
export function AgreementsPart() {
  const say = useWords();
  const formats = useFormats();
  const words = useVendorWords();
  const mayChange = useMay('practice.change');
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { agreements, problem, again } = useAgreements();
  if (!agreements)
    return problem ? <UnreadNotice problem={problem} onRetry={again} /> : <Skeleton shape="lines" count={4} />;
  const day = (value: string) => <span className="num nowrap">{formats.calendarDate(value)}</span>;
  const columns: readonly (Column<AgreementRow> | false)[] = [
    {
      id: 'vendor',
      header: say('settings.agreements.vendor'),
      renderCell: ({ vendor, agreement }) => (
        <>
          <span className="strong">{words.name(vendor)}</span>
          <div className="small muted">{agreement?.services.join(', ') ?? words.services(vendor)}</div>
        </>
      ),
    },
    {
      id: 'signed',
      header: say('settings.agreements.signedOn'),
      renderCell: ({ agreement }) => agreement && day(agreement.signedOn),
    },
    {
      id: 'expires',
      header: say('settings.agreements.expiresOn'),
      renderCell: ({ agreement }) =>
        agreement &&
        (agreement.expiresOn === null ? (
          <span className="muted">{say('settings.agreements.never')}</span>
        ) : (
          day(agreement.expiresOn)
        )),
    },
    {
      id: 'standing',
      header: say('settings.columns.standing'),
      renderCell: ({ agreement }) =>
        agreement ? (
          <Pill tone={tones[agreement.standing]}>{say(`settings.agreements.standings.${agreement.standing}`)}</Pill>
        ) : (
          <>
            <Pill tone="care">{say('settings.agreements.standings.none')}</Pill>
            <div className="small muted nowrap">{say('settings.agreements.nothing')}</div>
          </>
        ),
    },
    mayChange && {
      id: 'act',
      header: say('settings.columns.act'),
      renderCell: ({ vendor, agreement }) => {
        if (!agreement)
          return (
            <Button size="small" onClick={() => setOpen({ record: vendor })}>
              {say('settings.agreements.recordFor', { name: words.name(vendor) })}
            </Button>
          );
        return (
          agreement.standing !== 'ended' && (
            <Button size="small" onClick={() => setOpen({ end: agreement })}>
              {say('settings.agreements.end', { name: words.name(vendor) })}
            </Button>
          )
        );
      },
    },
  ];
  return (
    <>
      <p className="soft">{say('settings.agreements.what')}</p>
      <div className="list-bar">
        <CheckBox label={say('settings.agreements.all')} checked={all} onChange={setAll} />
        <span className="grow" />
        {mayChange && (
          <Button icon={Plus} onClick={() => setOpen({ record: '' })}>
            {say('settings.agreements.recording')}
          </Button>
        )}
      </div>
      <Table<AgreementRow>
        caption={say('settings.parts.agreements')}
        columns={columns.filter((column) => column !== false)}
        rows={agreementRows(agreements, all)}
        rowKey={({ id }) => id}
      />
      {open && 'record' in open && <RecordAgreementDialog vendor={open.record} onClose={close} />}
      {open && 'end' in open && (
        <EndAgreementDialog agreement={open.end} stays={hasAnother(agreements, open.end)} onClose={close} />
      )}
    </>
  );
}
