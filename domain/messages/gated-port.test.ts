import type { Instant } from '../time/instant';
import { gated } from './gated-port';
import type { MessagePort, OutboundMessage } from './message-port';

const message: OutboundMessage = { key: 'k.1', to: '+15035550100', body: 'x', firstTriedAt: 0 as Instant };
const signal = AbortSignal.timeout(10_000);

function aPort(vendor: string) {
  const calls: string[] = [];
  const port: MessagePort = {
    vendor,
    channel: 'sms',
    repeat: 'lookup',
    check: () => Promise.resolve({ kind: 'ready' }),
    send: () => (calls.push('send'), Promise.resolve({ kind: 'accepted', vendorId: 'v' })),
    lookUp: () => (calls.push('lookUp'), Promise.resolve({ kind: 'found', vendorId: 'v' })),
    readCallback: () => ({ kind: 'irrelevant' }),
  };
  return { port, calls };
}

test('without an agreement in force nothing of a person reaches the vendor', async () => {
  const { port, calls } = aPort('twilio');
  const closed = gated(port, () => Promise.resolve(false));
  expect(await closed.send(message, signal)).toEqual({ kind: 'refused', code: 'no_agreement' });
  expect(await closed.lookUp?.(message, signal)).toEqual({ kind: 'no_answer', code: 'no_agreement' });
  expect(calls).toEqual([]);
});

test('with an agreement the port is as it was, and the register is asked by the vendor’s name before every call', async () => {
  const { port, calls } = aPort('twilio');
  const asked: string[] = [];
  const covered = [true, true, false];
  const open = gated(port, (vendor) => (asked.push(vendor), Promise.resolve(covered.shift() ?? false)));
  expect(await open.send(message, signal)).toEqual({ kind: 'accepted', vendorId: 'v' });
  expect(await open.lookUp?.(message, signal)).toEqual({ kind: 'found', vendorId: 'v' });
  expect(await open.send(message, signal)).toEqual({ kind: 'refused', code: 'no_agreement' });
  expect([calls, asked]).toEqual([
    ['send', 'lookUp'],
    ['twilio', 'twilio', 'twilio'],
  ]);
  expect(open).toMatchObject({ vendor: 'twilio', channel: 'sms', repeat: 'lookup' });
  expect(open.readCallback?.({ url: '', headers: {}, form: {}, rawBody: '' })).toEqual({ kind: 'irrelevant' });
});

test('where the register cannot be read, nothing is sent, and it is not called a refusal', async () => {
  const { port, calls } = aPort('smtp');
  const unsure = gated(port, () => Promise.reject(new Error('database away')));
  expect(await unsure.send(message, signal)).toEqual({ kind: 'not_sent', code: 'agreement_unknown' });
  expect(await unsure.lookUp?.(message, signal)).toMatchObject({ kind: 'no_answer' });
  expect(calls).toEqual([]);
});

test('the sandbox is ours and needs no agreement; a port without a look-up gets none', async () => {
  const { port } = aPort('sandbox');
  const never = () => Promise.resolve(false);
  expect((await gated(port, never).send(message, signal)).kind).toBe('accepted');
  const { lookUp: _, ...without } = aPort('smtp').port;
  expect(gated(without, never).lookUp).toBeUndefined();
});
