import type { MessagePort, VendorCheck } from '../../domain/messages/message-port';
import { vendorHealth } from './vendors';

const ready: VendorCheck = { kind: 'ready' };

function aVendor(check: VendorCheck = ready, troubled = false) {
  const asked: AbortSignal[] = [];
  const clock = { now: 0 };
  const sms: MessagePort = {
    vendor: 'twilio',
    channel: 'sms',
    repeat: 'never',
    send: () => Promise.reject(new Error('health sends nothing')),
    check: (signal) => (asked.push(signal), Promise.resolve(check)),
  };
  const isTroubled = () => Promise.resolve(troubled);
  return { asked, clock, look: vendorHealth({ ports: { sms }, isTroubled, now: () => clock.now }) };
}

test('a vendor that answers and takes what it is given is up, by its name; one that is not set is not configured', async () => {
  const [texts, mail] = await aVendor().look();
  expect(texts).toEqual({ name: 'texts', state: 'up', ms: expect.any(Number) as number, detail: 'twilio' });
  expect(mail).toMatchObject({ name: 'mail', state: 'not_configured' });
});

test.each([
  ['down', { kind: 'no_answer', code: 'ECONNREFUSED' }, false],
  ['down', { kind: 'no_answer', code: 'timeout' }, true],
  ['degraded', { kind: 'refuses_us', code: 'http_401' }, false],
  ['degraded', { kind: 'ready' }, true],
] as const)('it is %s where it says %j, and of late messages went wrong: %s', async (state, check, troubled) => {
  expect((await aVendor(check, troubled).look())[0]).toMatchObject({ state, detail: 'twilio' });
});

test('however many look, the vendor is asked once in half a minute', async () => {
  const { asked, clock, look } = aVendor();
  await Promise.all([look(), look()]);
  clock.now = 29_999;
  await look();
  expect(asked).toHaveLength(1);
  clock.now = 30_000;
  await look();
  expect(asked).toHaveLength(2);
});
