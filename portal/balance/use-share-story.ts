import type { OwnBalance } from '../../api/portal/portal.contract';
import { useFormats, useSpeech } from '../../browser/speech';
import { useWords } from '../words';

type Share = OwnBalance['shares'][number];

/** One visit in sentences, from what it cost to what is still open. They add up. */
export function useShareStory(): (share: Share) => readonly string[] {
  const say = useWords();
  const formats = useFormats();
  const { sayIfKnown } = useSpeech();
  return (share) => {
    const payer = share.payerName ?? say('portal.balance.insurer');
    const money = (cents: number): string => formats.money(cents);
    // the amount is that of all parts: a reason is named where it is the only one
    const reason = share.parts.length === 1 ? share.parts[0]?.reason.replace(/^PR-/, '') : undefined;
    const what =
      (reason === undefined ? undefined : sayIfKnown(`portal.balance.parts.${reason}`)) ??
      say('portal.balance.parts.other');
    const sentences: readonly (string | false)[] = [
      say('portal.balance.cost', { amount: money(share.chargeCents) }),
      share.paidCents !== 0 && say('portal.balance.insurerPaid', { payer, amount: money(share.paidCents) }),
      share.contractualCents !== 0 && say('portal.balance.contract', { amount: money(share.contractualCents) }),
      share.writtenOffCents !== 0 && say('portal.balance.givenUp', { amount: money(share.writtenOffCents) }),
      share.deniedCents !== 0 && say('portal.balance.denied', { payer, amount: money(share.deniedCents) }),
      share.waitingCents !== 0 && say('portal.balance.waiting', { payer, amount: money(share.waitingCents) }),
      share.ownCents !== 0 && say('portal.balance.yours', { amount: money(share.ownCents), what }),
      share.settledCents !== 0 && say('portal.balance.youPaid', { amount: money(share.settledCents) }),
      share.ownCents !== 0 &&
        (share.openCents === 0
          ? say('portal.balance.nothingOpen')
          : say('portal.balance.open', { amount: money(share.openCents) })),
    ];
    return sentences.filter((sentence) => sentence !== false);
  };
}
