import { getExpectedTwilioSignature } from 'twilio';
import type { CallbackRequest, Instant, OutboundMessage } from '../../domain/messages/message-port';
import { messageSuite } from '../message-suite';
import { accountSid, authToken, startTwilioStub } from './fixtures/twilio-stub';
import { twilioPort } from './twilio';

const callbackUrl = 'https://portal.practice.example/callbacks/messages/sms';
const account = { accountSid, authToken, from: '+15035550199', callbackUrl };

messageSuite('twilio', async () => {
  const stub = await startTwilioStub();
  const port = (baseUrl: string) => twilioPort({ ...account, baseUrl });
  return {
    port: port(stub.url),
    unreachable: port('http://127.0.0.1:1'),
    unknownHost: port('http://nowhere.invalid'),
    unknown: twilioPort({ ...account, baseUrl: stub.url, authToken: 'of-somebody-else' }),
    received: () => Promise.resolve(stub.messages.map(({ to, body }) => ({ to, subject: undefined, body }))),
    arm: (fault) => Promise.resolve(stub.arm(fault)),
    secrets: [authToken, accountSid],
    async close() {
      await stub.close();
      expect(stub.complaints).toEqual([]);
    },
  };
});

messageSuite('twilio of an account that hides what it sent', async () => {
  const stub = await startTwilioStub();
  const port = (baseUrl: string) => twilioPort({ ...account, baseUrl, redacted: true });
  return {
    port: port(stub.url),
    unreachable: port('http://127.0.0.1:1'),
    unknownHost: port('http://nowhere.invalid'),
    received: () => Promise.resolve(stub.messages.map(({ to, body }) => ({ to, subject: undefined, body }))),
    arm: (fault) => Promise.resolve(stub.arm(fault)),
    secrets: [authToken, accountSid],
    close: () => stub.close(),
  };
});

describe('what only Twilio does', () => {
  let stub: Awaited<ReturnType<typeof startTwilioStub>>;
  beforeEach(async () => {
    stub = await startTwilioStub();
  });
  afterEach(async () => {
    await stub.close();
    expect(stub.complaints).toEqual([]);
  });

  const port = (more: object = {}) => twilioPort({ ...account, baseUrl: stub.url, ...more });
  const aMessage = (more: object = {}): OutboundMessage => ({
    key: '0198c0de-0000-7000-8000-000000000001.1',
    to: '+15035550100',
    body: 'You have an appointment.',
    firstTriedAt: Date.now() as Instant,
    ...more,
  });
  const inTime = () => AbortSignal.timeout(10_000);
  const lookUp = (message: OutboundMessage) => port().lookUp?.(message, inTime());

  test('an account that is suspended is no way out, although it answers', async () => {
    stub.setAccount('suspended');
    expect(await port().check(inTime())).toEqual({ kind: 'refuses_us', code: 'account_suspended' });
  });

  test('the form holds number, words, sender and the callback with the key, and nothing else', async () => {
    const { key, to, body } = aMessage();
    await port().send(aMessage(), inTime());
    const StatusCallback = `${callbackUrl}?key=${key}`;
    expect(stub.messages[0]?.form).toEqual({ To: to, Body: body, From: account.from, StatusCallback });
    await port({ from: 'MG0123' }).send(aMessage(), inTime());
    expect(stub.messages[1]?.form).toEqual({ To: to, Body: body, MessagingServiceSid: 'MG0123', StatusCallback });
  });

  test('each status and number means what Twilio documents', async () => {
    // about us, not about the message: it is not lost
    const notKnown = { kind: 'not_sent', code: 'credentials_refused', retryAfterMs: 60_000 };
    const answers: [status: number, code: number, answer: object][] = [
      [400, 21211, { kind: 'refused', code: 'twilio_21211' }],
      [400, 21610, { kind: 'refused', code: 'twilio_21610' }], // the person has sent STOP
      [401, 20003, notKnown],
      [400, 20003, notKnown],
      [403, 20403, notKnown],
      [404, 20404, { kind: 'refused', code: 'twilio_20404' }],
      [429, 20429, { kind: 'not_sent', code: 'twilio_20429' }],
      [400, 21611, { kind: 'not_sent', code: 'twilio_21611' }],
      [408, 20408, { kind: 'ambiguous', code: 'twilio_20408' }],
      [500, 20500, { kind: 'ambiguous', code: 'twilio_20500' }],
      [503, 20503, { kind: 'ambiguous', code: 'twilio_20503' }],
    ];
    for (const [status, code, answer] of answers) {
      stub.say(status, code);
      expect(await port().send(aMessage(), inTime())).toEqual(answer);
    }
    expect(stub.messages).toEqual([]);
  });

  test('too many requests: after how long to try again', async () => {
    stub.arm('not_now');
    expect(await port().send(aMessage(), inTime())).toEqual({
      kind: 'not_sent',
      code: 'twilio_20429',
      retryAfterMs: 7000,
    });
  });

  test('a message that is still queued, and so has no day of sending, is found', async () => {
    const sent = await port().send(aMessage(), inTime());
    if (stub.messages[0]) stub.messages[0].sent = null;
    expect(await lookUp(aMessage())).toEqual({
      kind: 'found',
      vendorId: sent.kind === 'accepted' ? sent.vendorId : '',
    });
  });

  test('the same words of an earlier time are not this message', async () => {
    await port().send(aMessage(), inTime());
    expect(await lookUp(aMessage({ firstTriedAt: Date.now() + 3_600_000 }))).toEqual({ kind: 'not_found' });
    expect(await lookUp(aMessage({ body: 'You have an appointment' }))).toEqual({ kind: 'not_found' });
  });

  test('it is found behind 250 others to the same number', async () => {
    const sent = await port().send(aMessage(), inTime());
    for (let count = 0; count < 250; count++)
      stub.messages.push({
        sid: `SM${count}`,
        to: aMessage().to,
        body: `${count}`,
        form: {},
        created: new Date(),
        sent: new Date(),
      });
    expect(await lookUp(aMessage())).toEqual({
      kind: 'found',
      vendorId: sent.kind === 'accepted' ? sent.vendorId : '',
    });
  });

  test('words that a trial account begins with are not ours to compare', async () => {
    await port().send(aMessage(), inTime());
    if (stub.messages[0]) stub.messages[0].body = `Sent from your Twilio trial account - ${aMessage().body}`;
    expect(await lookUp(aMessage())).toMatchObject({ kind: 'found' });
  });

  test('a list whose words are hidden proves nothing', async () => {
    await port().send(aMessage(), inTime());
    if (stub.messages[0]) stub.messages[0].body = '';
    expect(await lookUp(aMessage())).toEqual({ kind: 'no_answer', code: 'body_hidden' });
  });
});

describe('callbacks of Twilio', () => {
  const port = twilioPort(account);
  const query = '?key=0198c0de-0000-7000-8000-000000000001.2';
  const form = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+15035550100', AccountSid: accountSid };
  function aCall(
    fields: Record<string, string>,
    more: Partial<CallbackRequest> & { signed?: string } = {},
  ): CallbackRequest {
    const signature = getExpectedTwilioSignature(authToken, more.signed ?? callbackUrl + query, fields);
    const url = `/callbacks/messages/sms${query}`;
    return { url, form: fields, rawBody: '', headers: { 'x-twilio-signature': signature }, ...more };
  }

  test('each state is reported with the key of the message and Twilio’s name for it', () => {
    const states: Record<string, string> = {
      queued: 'accepted',
      sending: 'accepted',
      sent: 'accepted',
      delivered: 'delivered',
      undelivered: 'failed',
      failed: 'failed',
    };
    for (const [MessageStatus, state] of Object.entries(states))
      expect(port.readCallback?.(aCall({ ...form, MessageStatus }))).toEqual({
        kind: 'report',
        key: '0198c0de-0000-7000-8000-000000000001.2',
        vendorId: 'SM1',
        state,
      });
    const failed = aCall({ ...form, MessageStatus: 'undelivered', ErrorCode: '30003' });
    expect(port.readCallback?.(failed)).toMatchObject({ state: 'failed', code: 'twilio_30003' });
  });

  test('a changed field, key, path or host, another secret and no signature are forged', () => {
    const forged = { kind: 'forged' };
    expect(port.readCallback?.({ ...aCall(form), form: { ...form, MessageStatus: 'failed' } })).toEqual(forged);
    expect(port.readCallback?.(aCall(form, { url: '/callbacks/messages/sms?key=other.1' }))).toEqual(forged);
    expect(port.readCallback?.(aCall(form, { url: `/elsewhere${query}` }))).toEqual(forged);
    expect(
      port.readCallback?.(aCall(form, { signed: `https://other.example/callbacks/messages/sms${query}` })),
    ).toEqual(forged);
    expect(port.readCallback?.(aCall(form, { headers: {} }))).toEqual(forged);
    const other = twilioPort({ ...account, authToken: 'another' });
    expect(other.readCallback?.(aCall(form))).toEqual(forged);
  });

  test('a text that somebody sent us, and a state that means nothing, are irrelevant', () => {
    expect(port.readCallback?.(aCall({ ...form, MessageStatus: '', SmsStatus: 'received', Body: 'STOP' }))).toEqual({
      kind: 'irrelevant',
    });
    expect(port.readCallback?.(aCall({ ...form, MessageStatus: 'scheduled' }))).toEqual({ kind: 'irrelevant' });
  });
});
