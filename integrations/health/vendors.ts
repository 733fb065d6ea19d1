import type { IsTroubled, MessagePort, VendorCheck } from '../../domain/messages/message-port';
import { type PartHealth, notConfigured } from './health';

/** What health asks a vendor is asked this seldom, however many look at pages. */
const rememberedMs = 30_000;
const patienceMs = 1_500;

export interface VendorHealthDeps {
  readonly ports: { readonly sms?: MessagePort; readonly email?: MessagePort };
  readonly isTroubled: IsTroubled;
  readonly now?: () => number;
}

/**
 * Texts and mail. `down`: the vendor does not answer. `degraded`: it does not know us, or of late it refused what it was given
 * or nobody knows what became of it. Nothing is sent to find out.
 */
export function vendorHealth({
  isTroubled,
  ports,
  now = Date.now,
}: VendorHealthDeps): () => Promise<readonly PartHealth[]> {
  const texts = channelHealth('texts', ports.sms, isTroubled, now);
  const mail = channelHealth('mail', ports.email, isTroubled, now);
  return () => Promise.all([texts(), mail()]);
}

function channelHealth(
  name: string,
  port: MessagePort | undefined,
  isTroubled: IsTroubled,
  now: () => number,
): () => Promise<PartHealth> {
  if (!port) return () => Promise.resolve(notConfigured(name));
  let known: Promise<PartHealth> | undefined;
  let askedAt = 0;
  return () => {
    if (known === undefined || now() - askedAt >= rememberedMs) {
      askedAt = now();
      known = look(name, port, isTroubled);
    }
    return known;
  };
}

async function look(name: string, port: MessagePort, isTroubled: IsTroubled): Promise<PartHealth> {
  const began = performance.now();
  const answered = port.check(AbortSignal.timeout(patienceMs)).then((check) => ({
    check,
    ms: Math.round(performance.now() - began),
  }));
  const [{ check, ms }, troubled] = await Promise.all([answered, isTroubled(port.channel, port.vendor)]);
  return { name, state: stateOf(check, troubled), ms, detail: port.vendor };
}

function stateOf({ kind }: VendorCheck, troubled: boolean): PartHealth['state'] {
  if (kind === 'no_answer') return 'down';
  return kind === 'refuses_us' || troubled ? 'degraded' : 'up';
}
