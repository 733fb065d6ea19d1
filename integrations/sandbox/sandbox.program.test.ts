import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../dev/sandbox/server';
import type { CallbackRequest, Channel, Repeat } from '../../domain/messages/message-port';
import { type Received, type VendorFault, messageSuite } from '../message-suite';
import { sandboxPort } from './sandbox';
import { signatureHeader, signatureOf } from './signature';

const secret = 'a secret of the tests';
const faults: Record<VendorFault, string> = {
  not_now: 'too_many',
  refuses: 'refuse',
  breaks_before: 'error_before',
  breaks_after: 'error_after',
  resets_before: 'reset_before',
  resets_after: 'reset_after',
  silent_after: 'timeout_after',
  lookup_down: 'lookup_down',
};

for (const [repeat, channel] of [
  ['keyed', 'sms'],
  ['lookup', 'sms'],
  ['lookup', 'email'],
  ['never', 'email'],
] as const) {
  messageSuite(`sandbox, ${repeat} ${channel}`, () => aRig(repeat, channel));
}

async function aRig(repeat: Repeat, channel: Channel) {
  const folder = await mkdtemp(join(tmpdir(), 'kept-sandbox-'));
  const sandbox = await startSandbox({ port: 0, folder, secret });
  const port = (url: string) => sandboxPort({ url, channel, repeat, secret });
  return {
    port: port(sandbox.url),
    unreachable: port('http://127.0.0.1:1'),
    unknownHost: port('http://nowhere.invalid'),
    async received() {
      const { messages } = (await (await fetch(`${sandbox.url}/messages`)).json()) as { messages: Received[] };
      return messages.map(({ to, subject, body }) => ({ to, subject, body }));
    },
    async arm(fault: VendorFault) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ fault: faults[fault], mode: repeat });
      await fetch(`${sandbox.url}/control`, { method: 'POST', headers, body });
    },
    secrets: [secret],
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
}

describe('callbacks of the sandbox', () => {
  const now = Date.parse('2026-12-01T14:00:00Z');
  const port = sandboxPort({ url: 'http://127.0.0.1:1', channel: 'sms', repeat: 'lookup', secret, now: () => now });
  const aCall = (body: object, at = now, key = secret): CallbackRequest => {
    const rawBody = JSON.stringify(body);
    return { url: '/x', form: {}, rawBody, headers: { [signatureHeader]: signatureOf(key, rawBody, at) } };
  };
  const report = { id: 'sb-1', key: 'k.1', channel: 'sms', state: 'delivered' };

  test('a signed report is read', () => {
    expect(port.readCallback?.(aCall(report))).toEqual({
      kind: 'report',
      key: 'k.1',
      vendorId: 'sb-1',
      state: 'delivered',
    });
  });

  test('another secret, a changed body, a missing signature and an old one are forged', () => {
    const forged = { kind: 'forged' };
    expect(port.readCallback?.(aCall(report, now, 'another secret'))).toEqual(forged);
    expect(port.readCallback?.({ ...aCall(report), rawBody: JSON.stringify({ ...report, key: 'k.2' }) })).toEqual(
      forged,
    );
    expect(port.readCallback?.({ ...aCall(report), headers: {} })).toEqual(forged);
    expect(port.readCallback?.(aCall(report, now - 6 * 60_000))).toEqual(forged);
    expect(port.readCallback?.(aCall(report, now - 4 * 60_000))).toMatchObject({ kind: 'report' });
  });

  test('what is signed and says nothing about a message is irrelevant', () => {
    expect(port.readCallback?.(aCall({ hello: 1 }))).toEqual({ kind: 'irrelevant' });
    expect(port.readCallback?.(aCall({ ...report, state: 'read' }))).toEqual({ kind: 'irrelevant' });
  });
});
