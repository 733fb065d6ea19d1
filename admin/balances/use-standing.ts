import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import type { Balance } from './use-balance';

/** How a client stands, in one sentence: owes, has credit, or owes nothing. */
export function useStanding(): (balance: Pick<Balance, 'balanceCents' | 'clientName'>) => string {
  const say = useWords();
  const formats = useFormats();
  return ({ balanceCents, clientName: name }) => {
    if (balanceCents === 0) return say('balances.page.even', { name });
    const amount = formats.money(Math.abs(balanceCents));
    return say(balanceCents > 0 ? 'balances.page.owes' : 'balances.page.credit', { name, amount });
  };
}
