import type {
  Channel,
  LookupAnswer,
  MessagePort,
  OutboundMessage,
  Repeat,
  SendAnswer,
} from '../../domain/messages/message-port';

/** A vendor in the test's own hands: what it got, and what it does with the next calls. */
export interface TestVendor {
  readonly ports: { readonly sms: MessagePort; readonly email: MessagePort };
  readonly got: readonly OutboundMessage[];
  /** Each call takes the next behaviour; without one it accepts. */
  next(...behaviours: readonly Behaviour[]): void;
  lookUps(...answers: readonly LookupAnswer[]): void;
  readonly calls: number;
  /** What it can do about a lost answer, from now on. */
  repeat: Repeat;
}

/** `accept_silently`: takes the message, then answers nothing that can be used. `hang`: never answers. */
export type Behaviour = 'accept' | 'refuse' | 'not_sent' | 'ambiguous' | 'accept_silently' | 'hang';

export function aVendor(repeats: Repeat = 'keyed', vendor = 'sandbox'): TestVendor {
  let repeat = repeats;
  const got: OutboundMessage[] = [];
  const behaviours: Behaviour[] = [];
  const lookups: LookupAnswer[] = [];
  let calls = 0;

  const send = async (message: OutboundMessage, signal: AbortSignal): Promise<SendAnswer> => {
    calls += 1;
    const behaviour = behaviours.shift() ?? 'accept';
    if (behaviour === 'refuse') return { kind: 'refused', code: 'number_invalid' };
    if (behaviour === 'not_sent') return { kind: 'not_sent', code: 'busy' };
    if (behaviour === 'hang') await new Promise((resolve) => signal.addEventListener('abort', resolve));
    if (behaviour === 'ambiguous' || behaviour === 'hang') return { kind: 'ambiguous', code: 'timeout' };
    const known = got.find((one) => one.key === message.key);
    if (!known || repeat !== 'keyed') got.push(message);
    return behaviour === 'accept_silently'
      ? { kind: 'ambiguous', code: 'timeout' }
      : { kind: 'accepted', vendorId: `v-${message.key}` };
  };
  const lookUp = async (message: OutboundMessage): Promise<LookupAnswer> => {
    const told = lookups.shift();
    if (told) return told;
    return got.some((one) => one.key === message.key)
      ? { kind: 'found', vendorId: `v-${message.key}` }
      : { kind: 'not_found' };
  };
  const port = (channel: Channel): MessagePort => ({
    vendor,
    channel,
    get repeat() {
      return repeat;
    },
    send,
    check: () => Promise.resolve({ kind: 'ready' }),
    ...(repeats === 'lookup' ? { lookUp } : {}),
  });

  return {
    ports: { sms: port('sms'), email: port('email') },
    got,
    next: (...more) => void behaviours.push(...more),
    lookUps: (...more) => void lookups.push(...more),
    get calls() {
      return calls;
    },
    get repeat() {
      return repeat;
    },
    set repeat(to) {
      repeat = to;
    },
  };
}
