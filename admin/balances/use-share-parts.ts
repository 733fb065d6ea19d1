import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import type { SumPart } from './sum';
import type { Share } from './use-balance';

/** A share as a sum: the charge, where it went, what is left to the client, what she paid of it, what is open. */
export function useShareParts({ standing, cents, openCents, settledBy }: Share): readonly SumPart[] {
  const say = useWords();
  const formats = useFormats();
  const part = (id: PartId, amount: number, more: Pick<SumPart, 'care' | 'total'> = {}): SumPart => ({
    id,
    term: say(`balances.why.sum.${id}`),
    value: formats.money(amount),
    ...more,
  });
  const settled = settledBy.reduce((sum, one) => sum + one.cents, 0);
  const off = standing
    ? ([
        ['paid', standing.paid],
        ['contractual', standing.contractual],
        ['denied', standing.denied],
        ['writtenOff', standing.writtenOff],
        ['waiting', standing.open],
      ] as const)
    : [];
  return [
    ...(standing ? [part('charge', standing.charge)] : []),
    ...off.filter(([, amount]) => amount !== 0).map(([id, amount]) => part(id, 0 - amount, { care: id === 'denied' })),
    part('client', cents, { total: standing !== null }),
    ...(settled === 0 ? [] : [part('settledBy', 0 - settled)]),
    part('open', openCents, { total: true }),
  ];
}

type PartId = 'charge' | 'paid' | 'contractual' | 'denied' | 'writtenOff' | 'waiting' | 'client' | 'settledBy' | 'open';
