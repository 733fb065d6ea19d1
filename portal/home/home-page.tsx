import { CalendarCheck } from 'lucide-react';
import { Card } from '../../admin/design/card';
import { EmptyState } from '../../admin/design/empty-state';
import { Skeleton } from '../../admin/design/skeleton';
import { useSession } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { useNow } from '../../browser/use-now';
import { holes, weave } from '../../browser/weave';
import { AppointmentCard } from '../appointment/appointment-card';
import { LaterList } from '../appointment/later-list';
import { PhoneLink } from '../appointment/phone-link';
import { BalanceCard } from '../balance/balance-card';
import { FailedNotice } from '../failed-notice';
import { useWords } from '../words';
import { FreshNotice } from '../appointment/fresh-notice';
import { firstName, partOfDay } from './greeting';
import { leadOf } from './lead';
import { type Own, type OwnAppointments, useOwnAppointments } from './use-own-appointments';

/** Where a client lands: the next appointment and what there is to do about it, then those after it. */
export function HomePage() {
  const say = useWords();
  const formats = useFormats();
  const session = useSession();
  const now = useNow();
  const own = useOwnAppointments();
  if (!session) return null;
  const next = own.reading.kind === 'here' ? own.reading.value.ahead[0] : undefined;
  const lead = () => {
    const code = leadOf(next, now.getTime(), (at) => formats.date(at));
    return code === 'confirm' || code === 'set'
      ? say(`portal.lead.${code}`, { day: formats.longDay(next?.startsAt ?? now) })
      : say(`portal.lead.${code}`);
  };
  return (
    <>
      <div className="portal-greeting">
        <h1>{say(`portal.greeting.${partOfDay(now.getHours())}`, { name: firstName(session.person.name) })}</h1>
        {own.reading.kind === 'here' && <p className="soft">{lead()}</p>}
      </div>
      {own.reading.kind === 'reading' && <Skeleton shape="cards" count={2} />}
      {own.reading.kind === 'failed' && <FailedNotice problem={own.reading.problem} onRetry={own.again} />}
      {own.reading.kind === 'here' && (
        <>
          <Appointments own={own} {...own.reading.value} now={now.getTime()} />
          <Balances balances={own.reading.value.balances} />
        </>
      )}
    </>
  );
}

function Balances({ balances }: Pick<Own, 'balances'>) {
  const several = balances.length > 1;
  return balances.map((balance) => (
    <BalanceCard key={balance.clientId} balance={balance} forWhom={several ? balance.clientName : undefined} />
  ));
}

interface AppointmentsProps extends Own {
  readonly own: OwnAppointments;
  readonly now: number;
}

function Appointments({ own, practice, ahead, now }: AppointmentsProps) {
  const say = useWords();
  const [next, ...later] = ahead;
  // a guardian sees whose it is; who sees only her own needs no name
  const several = new Set(ahead.map((one) => one.clientId)).size > 1;
  const forWhom = (name: string) => (several ? name : undefined);
  const confirm = (id: string) => {
    const one = ahead.find((appointment) => appointment.id === id);
    if (one) void own.confirm(one);
  };
  if (!next) return <Nothing phone={practice.phone} />;
  const refusal = own.refused && <Refusal refused={own.refused} />;
  return (
    <>
      <AppointmentCard
        appointment={next}
        practice={practice}
        now={now}
        forWhom={forWhom(next.clientName)}
        next={next.next}
        thanked={own.thanked === next.id}
        busy={own.busy === next.id}
        onConfirm={() => confirm(next.id)}
        problem={own.refused?.id === next.id && refusal}
      />
      {own.refused && own.refused.id !== next.id && refusal}
      <LaterList
        title={say('portal.later')}
        appointments={later.map((one) => ({ ...one, forWhom: forWhom(one.clientName) }))}
        practice={practice}
        now={now}
        busy={own.busy}
        onConfirm={confirm}
      />
    </>
  );
}

const Refusal = ({ refused }: { readonly refused: NonNullable<OwnAppointments['refused']> }) =>
  refused.fresh ? <FreshNotice /> : <FailedNotice problem={refused.problem} />;

function Nothing({ phone }: { readonly phone: string | null }) {
  const say = useWords();
  return (
    <Card>
      <EmptyState icon={CalendarCheck} title={say('portal.nothing.title')}>
        {say('portal.nothing.text')}{' '}
        {phone !== null && weave(say('portal.nothing.call', holes('phone')), { phone: <PhoneLink number={phone} /> })}
      </EmptyState>
    </Card>
  );
}
