import type { WorkItemView } from '../../api/work/work.contract';
import { mendPath } from './work-path';

export interface WorkGroup {
  readonly cause: WorkItemView['cause'];
  /** What is due first on top; what has no due time after it, the oldest first. */
  readonly items: readonly WorkItemView[];
  readonly oldestAt: number;
  readonly dueAt: number | null;
}

/** Open work by its cause: the same cause is one group, the most urgent group first. */
export function groupWork(items: readonly WorkItemView[]): readonly WorkGroup[] {
  const open = items.filter(({ state }) => state === 'open');
  return [...Map.groupBy(open, ({ cause }) => cause)]
    .map(([cause, of]) => ({
      cause,
      items: of.toSorted(byUrgency),
      oldestAt: Math.min(...of.map(({ openedAt }) => openedAt)),
      dueAt: earliest(of),
    }))
    .toSorted((a, b) => dueOrLast(a) - dueOrLast(b) || a.oldestAt - b.oldestAt);
}

const byUrgency = (a: WorkItemView, b: WorkItemView): number =>
  dueOrLast(a) - dueOrLast(b) || a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);

function earliest(items: readonly WorkItemView[]): number | null {
  const dues = items.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return dues.length > 0 ? Math.min(...dues) : null;
}

/** Not infinite: two of them are subtracted. */
const dueOrLast = ({ dueAt }: { readonly dueAt: number | null }): number => dueAt ?? Number.MAX_SAFE_INTEGER;

export const overdueIn = (items: readonly WorkItemView[], now: number): number =>
  items.filter(({ state, dueAt }) => state === 'open' && dueAt !== null && dueAt <= now).length;

/** What stands right beside an item: the next action for its cause, as far as it is still possible. */
export type WorkAction = 'came' | 'missed' | 'call' | 'done' | 'open' | 'mend' | 'sign';

export function actionsOf({ cause, appointment, clientId, entity, refId }: WorkItemView): readonly WorkAction[] {
  const waits = appointment !== null && (appointment.state === 'scheduled' || appointment.state === 'confirmed');
  if (cause === 'client_missing') return waits ? ['call', 'missed', 'came'] : ['done'];
  if (cause === 'charge_incomplete') return ['mend'];
  if (cause === 'note_unsigned') return ['sign'];
  if (mendPath({ entity, refId }) !== undefined) return ['open'];
  return clientId === null || !callable.has(cause) ? ['done'] : ['call', 'done'];
}

const callable: ReadonlySet<WorkItemView['cause']> = new Set(['message_unknown', 'message_refused']);

/** Which message an item is about, as `message-events.ts` notes it. */
export interface WorkMessage {
  readonly id: string | undefined;
  readonly kind: 'reminder' | 'notice';
  readonly channel: 'sms' | 'email';
}

export function messageOf({ params }: Pick<WorkItemView, 'params'>): WorkMessage | undefined {
  const { kind, channel, messageId } = params;
  if (channel !== 'sms' && channel !== 'email') return undefined;
  return {
    id: typeof messageId === 'string' ? messageId : undefined,
    kind: kind === 'notice' ? 'notice' : 'reminder',
    channel,
  };
}

/** Why a message did not get through, by code, where the item says. */
export function reasonOf({ params }: Pick<WorkItemView, 'params'>): string | undefined {
  return [params['code'], params['reason']].find((one) => typeof one === 'string');
}

/** The visit whose note is to be signed. */
export function visitOf({ cause, params }: Pick<WorkItemView, 'cause' | 'params'>): string | undefined {
  const { visitId } = params;
  return cause === 'note_unsigned' && typeof visitId === 'string' ? visitId : undefined;
}
