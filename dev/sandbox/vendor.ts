import { randomUUID } from 'node:crypto';
import type { Callbacks } from './callbacks';
import { type Fault, type Faults, arming, resetting } from './faults';
import type { Mailbox } from './mailbox';
import { type Channel, type Message, type Mode, type Submission, canReach, submission } from './message';

/** What a caller hears. `silence` and `reset` are how a line dies. */
export type Reply =
  | { readonly status: number; readonly body: object; readonly headers?: Record<string, string> }
  | 'silence'
  | 'reset';

export interface Vendor {
  send(mode: Mode, channel: Channel, body: unknown): Promise<Reply>;
  lookUp(channel: Channel, key: string): Reply;
  control(body: unknown): Promise<Reply>;
}

/** Behaves as a vendor of one of three kinds would, and misbehaves as told. */
export function startVendor(mailbox: Mailbox, callbacks: Callbacks, faults: Faults): Vendor {
  return {
    async send(mode, channel, body) {
      const parsed = submission.safeParse(body);
      if (!parsed.success) return problem(400, 'malformed', parsed.error.issues[0]?.path.join('.'));
      const call = { mode, to: parsed.data.to };
      const slow = faults.meet('pace', call);
      if (slow) await sleep(slow.ms);
      const met = faults.meet('answer', call);
      const before = met && beforeTaking(met.fault, met.ms);
      if (before) return before;
      if (!canReach(channel, parsed.data.to))
        return problem(400, channel === 'sms' ? 'bad_number' : 'bad_address', 'to');
      const { id, again } = await take(mode, channel, parsed.data);
      const after = met && afterTaking(met.fault);
      return after ?? { status: again ? 200 : 201, body: { id, again } };
    },
    lookUp(channel, key) {
      const met = faults.meet('lookup');
      if (met?.fault === 'lookup_down') return problem(503, 'down');
      const id = met ? undefined : mailbox.ofKey({ mode: 'lookup', channel, key });
      return { status: 200, body: id === undefined ? { found: false } : { found: true, id } };
    },
    async control(body) {
      if (resetting.safeParse(body).success) {
        faults.clear();
        await mailbox.clear();
        return { status: 200, body: { armed: [] } };
      }
      const parsed = arming.safeParse(body);
      if (!parsed.success) return problem(400, 'malformed', parsed.error.issues[0]?.path.join('.'));
      const { count, ...fault } = parsed.data;
      faults.arm({ ...fault, left: count });
      return { status: 200, body: { armed: faults.armed() } };
    },
  };

  async function take(mode: Mode, channel: Channel, given: Submission) {
    const met = faults.meet('callback', { mode, to: given.to });
    const lost = met?.fault === 'callback_none' && ({ silent: true } as const);
    const message: Message = { id: `sb-${randomUUID()}`, at: Date.now(), mode, channel, ...given, ...lost };
    const taken = await mailbox.receive(message);
    const lateMs = met?.fault === 'callback_late' ? met.ms : 0;
    if (!taken.again) callbacks.report(message, { lateMs, twice: met?.fault === 'callback_double' });
    return taken;
  }
}

function beforeTaking(fault: Fault, ms: number): Reply | undefined {
  if (fault === 'too_many')
    return { ...problem(429, 'too_many'), headers: { 'retry-after': String(Math.ceil(ms / 1000)) } };
  if (fault === 'refuse') return problem(400, 'will_not');
  if (fault === 'error_before') return problem(500, 'broken');
  if (fault === 'timeout_before') return 'silence';
  return fault === 'reset_before' ? 'reset' : undefined;
}

function afterTaking(fault: Fault): Reply | undefined {
  if (fault === 'error_after') return problem(500, 'broken');
  if (fault === 'timeout_after') return 'silence';
  return fault === 'reset_after' ? 'reset' : undefined;
}

const problem = (status: number, code: string, field?: string) => ({ status, body: { code, ...(field && { field }) } });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
