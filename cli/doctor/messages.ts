import type { Channel, MessagePort } from '../../domain/messages/message-port';
import { ownVendors } from '../../domain/practice/own-vendors';
import { type Finding, findingsOf } from './finding';

const { ok, warn } = findingsOf('messages');

const channels = {
  sms: { name: 'texts', setting: 'KEPT_SMS' },
  email: { name: 'mail', setting: 'KEPT_MAIL' },
} as const satisfies Record<Channel, object>;

/** Which channels there are, and with whom. */
export function channelFindings(ports: Readonly<Partial<Record<Channel, MessagePort>>>): readonly Finding[] {
  return (['sms', 'email'] as const).map((channel) => {
    const [{ name, setting }, port] = [channels[channel], ports[channel]];
    return port
      ? ok(channel, `${name} go through ${port.vendor}`)
      : warn(channel, `${name} are not configured: who would get one becomes work for people`, `set ${setting}`);
  });
}

/** Whether each practice has an agreement in force with every vendor that would get personal data. */
export async function agreementFindings(
  vendors: readonly string[],
  practices: readonly string[],
  isCovered: (practiceId: string, vendor: string) => Promise<boolean>,
): Promise<readonly Finding[]> {
  const others = [...new Set(vendors)].filter((vendor) => !ownVendors.has(vendor));
  const pairs = others.flatMap((vendor) => practices.map((practiceId) => ({ vendor, practiceId })));
  const covered = await Promise.all(pairs.map(({ vendor, practiceId }) => isCovered(practiceId, vendor)));
  return pairs
    .filter((_, n) => !covered[n])
    .map(({ vendor, practiceId }) =>
      warn(
        `agreement.${vendor}`,
        `${practiceId} has no business associate agreement in force with ${vendor}, which gets nothing until then`,
        'an administrator of the practice records it once it is signed: Settings, Agreements',
      ),
    );
}
