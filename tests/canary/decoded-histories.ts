import { Client, type Connection } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { payloadCodec } from '../../worker/payload/codec';
import type { RealProcesses } from './real-processes';

/** Everything that the engine has recorded in the namespace, decrypted. */
export async function decodedHistories(
  connection: Connection,
  namespace: string,
  { payloadKey }: Pick<RealProcesses, 'payloadKey'>,
): Promise<string> {
  const client = new Client({ connection, namespace });
  const codec = payloadCodec([payloadKey]);
  const texts: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    texts.push(workflowId, JSON.stringify(await decoded(events ?? [], codec)));
  }
  return texts.join('\n');
}

/** The same with every payload in clear, at whatever depth. */
async function decoded(value: unknown, codec: PayloadCodec): Promise<unknown> {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return Promise.all(value.map((one) => decoded(one, codec)));
  if (typeof value !== 'object' || value === null) return value;
  const payload = value as temporal.api.common.v1.IPayload;
  if (payload.metadata && payload.data) {
    // what the SDK writes of itself into a marker is in the clear anyway
    const [clear] = payload.metadata['key'] ? await codec.decode([payload]) : [payload];
    return { clear: Buffer.from(clear?.data ?? []).toString('utf8') };
  }
  const entries = Object.entries(value).map(async ([name, one]) => [name, await decoded(one, codec)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
