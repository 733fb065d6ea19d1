import { useGetOne } from 'react-admin';
import type { ChargeView } from '../../api/charges/charge.contract';
import { problemOf } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { type Definition, DefinitionList } from '../design/definition-list';
import { Drawer } from '../design/dialog';
import { Link } from '../design/link';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { appointmentPath, claimPath, clientPath } from '../paths';
import { TimelineCard } from '../timeline/timeline-card';
import { useWords } from '../words';
import { ChargeActs } from './charge-acts';
import { billedAs, usePlaceName } from './charge-look';
import { ChargeStatePill } from './charge-state-pill';

interface ChargeDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One charge: what the visit is billed as and why, and everything that can be done about it. */
export function ChargeDrawer({ id, onClose }: ChargeDrawerProps) {
  const say = useWords();
  const { data, error } = useGetOne<ChargeView>('charges', { id });
  const mayChange = useMay('billing.change');
  return (
    <Drawer
      title={data ? billedAs(data) : say('charges.title')}
      lead={data && <Link to={clientPath(data.clientId)}>{data.clientName}</Link>}
      onClose={onClose}
      footer={data && mayChange && <ChargeActs charge={data} />}
    >
      {data && (
        <>
          <div>
            <ChargeStatePill charge={data} />
          </div>
          <Facts charge={data} />
          <TimelineCard filter={{ entity: 'charge', refId: data.id }} />
        </>
      )}
      {!data && error ? <ProblemNotice problem={problemOf(error)} /> : null}
      {!data && !error && <Skeleton shape="lines" count={6} />}
    </Drawer>
  );
}

function Facts({ charge }: { readonly charge: ChargeView }) {
  const say = useWords();
  const formats = useFormats();
  const place = usePlaceName();
  const items: readonly (Definition | false)[] = [
    {
      id: 'visit',
      term: say('charges.columns.visit'),
      value: (
        <Link className="num" to={appointmentPath(charge.appointmentId)}>
          {formats.calendarDay(charge.serviceDay)} {' · '} {charge.clinicianName}
        </Link>
      ),
    },
    charge.minutes !== null && {
      id: 'minutes',
      term: say('charges.facts.minutes'),
      value: <span className="num">{say('charges.minutes', { minutes: charge.minutes })}</span>,
    },
    {
      id: 'place',
      term: say('charges.facts.place'),
      value: `${place(charge.placeOfService)} (${charge.placeOfService})`,
    },
    {
      id: 'diagnoses',
      term: say('charges.columns.diagnoses'),
      value: <span className="num">{charge.diagnoses.join(', ')}</span>,
    },
    {
      id: 'payer',
      term: say('charges.columns.payer'),
      value: [charge.payerName, charge.memberId].filter(Boolean).join(' · '),
    },
    {
      id: 'fee',
      term: say('charges.columns.fee'),
      value: <span className="num strong">{formats.money(charge.cents)}</span>,
    },
    charge.waiting.length > 0 && {
      id: 'waiting',
      term: say('charges.facts.waiting'),
      value: <span className="num">{charge.waiting.join(', ')}</span>,
    },
    charge.claim !== null && {
      id: 'claim',
      term: say('charges.facts.claim'),
      value: (
        <Link className="num" to={claimPath(charge.claim.id)}>
          {charge.claim.controlNumber}
        </Link>
      ),
    },
  ];
  return <DefinitionList items={items.filter((item) => item !== false)} />;
}
