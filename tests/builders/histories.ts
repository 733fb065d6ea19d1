import { temporal } from '@temporalio/proto';

const { History } = temporal.api.history.v1;
type History = temporal.api.history.v1.IHistory;

/** A recorded history as JSON: every field by name, bytes in base64, its payloads encrypted. */
export interface RecordedHistory {
  readonly events: readonly RecordedEvent[];
}
export type RecordedEvent = Readonly<Record<string, unknown>> & { readonly eventType: string };

/** What tells which machine and process recorded it is of no use to a replay. */
const ofTheMachine = new Set(['identity', 'workerVersion']);

/** A history as it is kept in the repository: nothing in it names a machine. */
export function recordable(history: History): RecordedHistory {
  const plain = History.toObject(History.fromObject(history), { enums: String, longs: String, bytes: String });
  return JSON.parse(JSON.stringify(plain), (key, value: unknown) =>
    ofTheMachine.has(key) ? undefined : value,
  ) as RecordedHistory;
}

export const historyFrom = (recorded: RecordedHistory): History => History.fromObject(recorded);

interface RecordedPayload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Every payload in a history, wherever it is. */
export function payloadsIn(value: unknown): readonly RecordedPayload[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('metadata' in value && 'data' in value) return [value as RecordedPayload];
  return Object.values(value).flatMap(payloadsIn);
}
