import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import type { Balance } from './use-balance';

/** How the client stands after a payment, in a sentence. */
export function useAfterPayment({ balanceCents, clientName: name }: Balance, cents: number): string {
  const say = useWords();
  const formats = useFormats();
  const after = balanceCents - cents;
  if (after === 0) return say('balances.take.evenAfter', { name });
  const amount = formats.money(Math.abs(after));
  return say(after > 0 ? 'balances.take.owesAfter' : 'balances.take.creditAfter', { name, amount });
}
