import type { Lane } from './lane';
import { until } from './until';
import { got } from './vendor';

/** What is left of a life when nothing of it is under way, without ids and instants: two lives can be compared. */
export interface EndState {
  readonly appointment: string;
  readonly next: string;
  readonly rows: string;
  readonly messages: readonly string[];
  /** What phone and mailbox got, by the message that it belongs to. */
  readonly received: readonly string[];
  readonly timeline: readonly string[];
  readonly work: readonly string[];
}

/** Waits until nothing of an appointment is under way, and reads what became of it. */
export async function endStateOf(lane: Lane, id: string): Promise<EndState> {
  await until('nothing is under way', async () => {
    const [row] = await lane.sql<{ open: number }>(
      `select (select count(*) from kernel.outbox where ref_id = $1)::int
            + (select count(*) from kept.next_steps where id = $1 and planned_version <> wanted_version)::int
            + (select count(*) from kept.messages where appointment_id = $1 and (state in ('planned', 'claimed')
                  or state = 'sent' and $2 = 'lookup' and delivered_at is null))::int as open`,
      [id, lane.mode],
    );
    return row?.open === 0;
  });
  const list = async (statement: string) =>
    (await lane.sql<{ line: string }>(statement, [id])).map(({ line }) => line).toSorted();
  const one = async (statement: string) => (await list(statement)).join();
  const keys = await lane.sql<{ id: string; line: string }>(
    `select id, occurrence || ' ' || kind || ' ' || channel as line from kept.messages where appointment_id = $1`,
    [id],
  );
  const received = (await got(lane)).flatMap(({ key }) => keys.filter((message) => key.startsWith(message.id)));
  return {
    appointment: await one(
      `select state || ', occurrence ' || occurrence || ', version ' || version || coalesce(', ' || cancel_kind, '') as line
         from kept.appointments where id = $1`,
    ),
    next: await one(`select kind || coalesce(' ' || step, '') as line from kept.next_steps where id = $1`),
    rows: await one(
      `select (select count(*) from kept.clients other where other.last_name = c.last_name) || ' client, '
           || (select count(*) from kept.appointments other where other.client_id = c.id) || ' appointment, '
           || (select count(*) from kept.time_holds where appointment_id = a.id and released_at is null) || ' holds, visits: '
           || coalesce((select string_agg(state, ' ') from kept.visits where appointment_id = a.id), 'none') as line
         from kept.appointments a join kept.clients c on c.practice_id = a.practice_id and c.id = a.client_id where a.id = $1`,
    ),
    messages: await list(
      `select occurrence || ' ' || kind || ' ' || channel || ' ' || state as line from kept.messages where appointment_id = $1`,
    ),
    received: received.map(({ line }) => line).toSorted(),
    timeline: await list(
      `select code || coalesce(' ' || (params->>'kind'), '') as line from kept.timeline where ref_id = $1`,
    ),
    work: await list(`select cause || ' ' || state as line from kept.work_items where ref_id = $1`),
  };
}

/**
 * Where an end differs from that of the run that nobody killed. A vendor that can neither be asked nor told the same again may
 * leave a message of which nobody knows: then a person is asked, and the phone got it once or not at all.
 */
export function differences(killed: EndState, undisturbed: EndState, mode: Lane['mode']): readonly string[] {
  const unknown = mode === 'never' ? killed.messages.filter((line) => line.endsWith(' unknown')) : [];
  const known = (line: string) => line.replace(/ unknown$/, ' sent').replace(/^message\.unknown/, 'message.sent');
  const seen: EndState =
    unknown.length === 0
      ? killed
      : {
          ...killed,
          messages: killed.messages.map(known).toSorted(),
          timeline: killed.timeline
            .filter((line) => line !== 'work.opened')
            .map(known)
            .toSorted(),
          work: killed.work.filter((line) => line !== 'message_unknown open'),
        };
  const lost = new Set(unknown.map((line) => line.replace(/ unknown$/, '')));
  const notReceived = undisturbed.received.filter((line) => !killed.received.includes(line));
  const received = notReceived.every((line) => lost.has(line)) ? [...killed.received, ...notReceived] : [];
  const compared: EndState = unknown.length === 0 ? seen : { ...seen, received: received.toSorted() };
  const asked = unknown.length === 0 || killed.work.includes('message_unknown open') ? [] : ['nobody is asked'];
  return [
    ...asked,
    ...(Object.keys(undisturbed) as (keyof EndState)[]).flatMap((part) => {
      const [is, was] = [JSON.stringify(compared[part]), JSON.stringify(undisturbed[part])];
      return is === was ? [] : [`${part}: ${is}, undisturbed ${was}`];
    }),
  ];
}
