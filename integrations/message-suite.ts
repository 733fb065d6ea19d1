import { randomUUID } from 'node:crypto';
import type {
  Instant,
  LookupAnswer,
  MessagePort,
  OutboundMessage,
  SendAnswer,
  VendorCheck,
} from '../domain/messages/message-port';

/**
 * What a vendor can do to one call that was written to it. `_before`: it has not taken the message; `_after`: it has.
 * Breaks: says so (HTTP 5xx). Resets: the line dies.
 */
export type VendorFault =
  | 'not_now'
  | 'refuses'
  | 'breaks_before'
  | 'breaks_after'
  | 'resets_before'
  | 'resets_after'
  | 'silent_after'
  | 'lookup_down';

export interface Received {
  readonly to: string;
  readonly subject?: string | undefined;
  readonly body: string;
}

export interface MessageRig {
  readonly port: MessagePort;
  /** The same adapter pointed at a port where nobody listens, and at a name that does not exist. */
  readonly unreachable: MessagePort;
  readonly unknownHost: MessagePort;
  /** What people got, oldest first. */
  received(): Promise<readonly Received[]>;
  /** The next call meets it. */
  arm(fault: VendorFault): Promise<void>;
  /** The same adapter whose credentials the vendor does not know, where it asks for any. */
  readonly unknown?: MessagePort;
  /** Strings that no answer may hold. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

let people = 1000;
const inTime = () => AbortSignal.timeout(10_000);
/** The vendor has answered everything else within a fraction of it. */
const impatient = () => AbortSignal.timeout(400);

/** What every way out for messages must do, by what it declares of itself. */
export function messageSuite(name: string, start: () => Promise<MessageRig>): void {
  describe(name, () => {
    let rig: MessageRig;
    const said: (SendAnswer | LookupAnswer | VendorCheck)[] = [];
    beforeAll(async () => {
      rig = await start();
    });
    afterAll(() => rig.close());

    function aMessage(more: Partial<OutboundMessage> = {}): OutboundMessage {
      const isText = rig.port.channel === 'sms';
      const digits = ++people;
      return {
        key: `${randomUUID()}.1`,
        to: isText ? `+1503555${digits}` : `client.${digits}@example.com`,
        ...(!isText && { subject: 'Your appointment' }),
        body: `You have an appointment: http://127.0.0.1:4601/a/${randomUUID()}`,
        firstTriedAt: Date.now() as Instant,
        ...more,
      };
    }
    async function send(message: OutboundMessage, signal = inTime(), port = rig.port): Promise<SendAnswer> {
      const answer = await port.send(message, signal);
      said.push(answer);
      return answer;
    }
    const bodiesTo = async ({ to }: OutboundMessage) =>
      (await rig.received()).filter((one) => one.to === to).map((one) => one.body);

    test('a message is accepted, under a name that the vendor gives it, and arrives once', async () => {
      const message = aMessage();
      expect(await send(message)).toEqual({ kind: 'accepted', vendorId: expect.stringMatching(/./) });
      expect(await bodiesTo(message)).toEqual([message.body]);
    });

    test('addresses, subjects and words arrive exactly, whatever letters they have', async () => {
      const words = [
        'Recordatorio: su cita es mañana a las 9:00 AM.',
        '约 👩‍⚕️ & <b>“quotes”</b> = % + ; "x" \\ \u00a0 .',
        'Line one\n\nLine three\n.\n..a dot first\nthe end',
        `long ${'0123456789 '.repeat(130)}!`,
        `https://portal.example/a/${'x'.repeat(300)}?a=1&b=2#c`,
      ];
      for (const body of words) {
        const message = aMessage({ body, ...(rig.port.channel === 'email' && { subject: 'Su cita — 约 & <b>' }) });
        expect((await send(message)).kind).toBe('accepted');
        const got = (await rig.received()).at(-1);
        expect(got).toEqual({ to: message.to, subject: message.subject, body });
      }
    });

    test('what the vendor will never send is refused, with its code', async () => {
      await rig.arm('refuses');
      const message = aMessage();
      expect(await send(message)).toEqual({ kind: 'refused', code: expect.stringMatching(/^[a-z0-9_]+$/) });
      expect(await bodiesTo(message)).toEqual([]);
    });

    test('what the vendor does not want now was not sent', async () => {
      await rig.arm('not_now');
      const message = aMessage();
      expect(await send(message)).toMatchObject({ kind: 'not_sent', code: expect.stringMatching(/^[a-z0-9_]+$/) });
      expect(await bodiesTo(message)).toEqual([]);
      expect((await send(message)).kind).toBe('accepted');
    });

    test('nobody there, or no such host: certainly not sent', async () => {
      for (const port of [rig.unreachable, rig.unknownHost])
        expect(await send(aMessage(), inTime(), port)).toMatchObject({ kind: 'not_sent' });
    });

    test('a signal that fired before the call: certainly not sent', async () => {
      const message = aMessage();
      expect(await send(message, AbortSignal.abort())).toMatchObject({ kind: 'not_sent' });
      expect(await bodiesTo(message)).toEqual([]);
    });

    test('a vendor that breaks or a line that dies, before or after the message was taken: nobody knows', async () => {
      for (const [fault, arrived] of [
        ['breaks_before', 0],
        ['breaks_after', 1],
        ['resets_before', 0],
        ['resets_after', 1],
      ] as const) {
        await rig.arm(fault);
        const message = aMessage();
        expect(await send(message)).toEqual({ kind: 'ambiguous', code: expect.any(String) });
        expect(await bodiesTo(message)).toHaveLength(arrived);
      }
    });

    test('a vendor that takes the message and says nothing: nobody knows, as soon as the caller’s patience ends', async () => {
      await rig.arm('silent_after');
      const message = aMessage();
      const began = performance.now();
      expect(await send(message, impatient())).toEqual({ kind: 'ambiguous', code: 'timeout' });
      expect(performance.now() - began).toBeLessThan(3000);
      expect(await bodiesTo(message)).toEqual([message.body]);
    });

    test('the same key again is one message where the port says keyed, and a second one where it does not', async () => {
      const message = aMessage();
      const [first, second] = [await send(message), await send(message)];
      const once = rig.port.repeat === 'keyed';
      expect(await bodiesTo(message)).toHaveLength(once ? 1 : 2);
      if (once) expect(second).toEqual(first);
    });

    test('after an answer that was lost, keyed sends no second and lookup finds the first', async () => {
      await rig.arm('breaks_after');
      const message = aMessage();
      expect((await send(message)).kind).toBe('ambiguous');
      if (rig.port.repeat === 'keyed') expect((await send(message)).kind).toBe('accepted');
      if (rig.port.repeat === 'lookup')
        expect(await lookUp(message)).toEqual({ kind: 'found', vendorId: expect.stringMatching(/./) });
      expect(await bodiesTo(message)).toHaveLength(1);
    });

    async function lookUp(message: OutboundMessage, port = rig.port, signal = inTime()): Promise<LookupAnswer> {
      if (!port.lookUp) throw new Error('a lookup port without lookUp');
      const answer = await port.lookUp(message, signal);
      said.push(answer);
      return answer;
    }

    test('only lookup ports can be asked; they say what they found, what not, and when they do not know', async () => {
      if (rig.port.repeat !== 'lookup') return expect(rig.port.lookUp).toBeUndefined();
      const [sent, other] = [aMessage(), aMessage()];
      const answer = await send(sent);
      expect(await lookUp(sent)).toEqual({
        kind: 'found',
        vendorId: answer.kind === 'accepted' ? answer.vendorId : '',
      });
      expect(await lookUp(other)).toEqual({ kind: 'not_found' });
      await rig.arm('lookup_down');
      expect(await lookUp(sent)).toMatchObject({ kind: 'no_answer' });
      expect(await lookUp(sent, rig.unreachable)).toMatchObject({ kind: 'no_answer' });
      expect(await lookUp(sent, rig.port, AbortSignal.abort())).toMatchObject({ kind: 'no_answer' });
      expect(await lookUp(sent)).toMatchObject({ kind: 'found' });
    });

    test('whether the vendor is there and knows us can be asked, and nothing is sent for it', async () => {
      const before = (await rig.received()).length;
      const check = async (port: MessagePort, signal = inTime()) => {
        const answer = await port.check(signal);
        said.push(answer);
        return answer.kind;
      };
      expect(await check(rig.port)).toBe('ready');
      expect(await check(rig.unreachable)).toBe('no_answer');
      expect(await check(rig.unknownHost)).toBe('no_answer');
      expect(await check(rig.port, AbortSignal.abort())).toBe('no_answer');
      if (rig.unknown) expect(await check(rig.unknown)).toBe('refuses_us');
      expect(await rig.received()).toHaveLength(before);
    });

    test('no answer that was given held an address, a text or a secret', () => {
      expect(said.length).toBeGreaterThan(10);
      for (const answer of said) {
        const text = JSON.stringify(answer);
        for (const secret of [...rig.secrets, '+1503555', '@', 'appointment', 'mañana', '127.0.0.1'])
          expect(text).not.toContain(secret);
      }
    });
  });
}
