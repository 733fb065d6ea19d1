import type { OperatorSql } from '../../domain/practice/as-operator';
import { type Finding, ageText, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('database');

/** What waits in the database for a process to take it further; ages in seconds. */
export interface Waiting {
  readonly waiting: number;
  readonly parked: number;
  readonly outbox_age: number;
  readonly unsealed_age: number;
  readonly unanchored_age: number;
  /** Steps that were due a minute ago and more. */
  readonly overdue: number;
}

export async function readWaiting(sql: OperatorSql): Promise<Waiting> {
  const { rows } = await sql.query<Waiting>(`
    select o.waiting::int, o.parked::int, o.oldest_seconds as outbox_age,
           coalesce((select extract(epoch from clock_timestamp() - min(a.at)) from kept.audit a
                      where a.tx >= coalesce((select max(s.upto_tx) from kernel.audit_seals s), '0'::xid8)), 0)::float8 as unsealed_age,
           coalesce((select extract(epoch from clock_timestamp() - min(s.sealed_at)) from kernel.audit_seals s
                      where s.anchored_at is null), 0)::float8 as unanchored_age,
           (select count(*)::int from kept.next_steps n
             where n.kind = 'step' and n.due_at < clock_timestamp() - interval '60 s') as overdue
      from kernel.outbox_state() o`);
  const [row] = rows;
  if (!row) throw new Error('the outbox says nothing of itself');
  return row;
}

const [aMinute, tenMinutes, anHour] = [60, 600, 3_600];

export function waitingFindings(found: Waiting): readonly Finding[] {
  return [outboxOf(found), ...parkedOf(found), ...overdueOf(found), ...auditOf(found)];
}

function outboxOf({ waiting, outbox_age: age }: Waiting): Finding {
  if (waiting === 0 || age <= aMinute) return ok('outbox', `the outbox flows: ${waiting} waiting`);
  const says = `the outbox stands: ${waiting} waiting, the oldest for ${ageText(age)}`;
  const mend = 'is a worker running, and does it reach Temporal? Its /readyz tells';
  return age > tenMinutes ? fail('outbox', says, mend) : warn('outbox', says, mend);
}

const parkedOf = ({ parked }: Waiting): Finding[] =>
  parked === 0
    ? []
    : [
        warn(
          'outbox.parked',
          `${parked} changes were given up after twenty tries`,
          'each has an item on its practice’s work list, which says what to do',
        ),
      ];

const overdueOf = ({ overdue }: Waiting): Finding[] =>
  overdue === 0
    ? []
    : [
        warn(
          'steps.overdue',
          `${overdue} steps should have happened more than a minute ago`,
          'is a worker running? Its sweep takes them up within a minute',
        ),
      ];

function auditOf({ unsealed_age: unsealed, unanchored_age: unanchored }: Waiting): Finding[] {
  const sealing =
    unsealed <= tenMinutes
      ? []
      : [
          (unsealed > anHour ? fail : warn)(
            'audit.unsealed',
            `audit entries of ${ageText(unsealed)} ago are not sealed yet`,
            'is a worker running? A transaction that stays open for long holds it up too (pg_stat_activity)',
          ),
        ];
  const keeping =
    unanchored <= tenMinutes
      ? []
      : [
          warn(
            'audit.unanchored',
            `the audit's newest seal is not kept outside the database since ${ageText(unanchored)}`,
            'does the worker reach the file store, and may it write there?',
          ),
        ];
  const findings = [...sealing, ...keeping];
  return findings.length > 0 ? findings : [ok('audit', 'the audit is sealed')];
}
