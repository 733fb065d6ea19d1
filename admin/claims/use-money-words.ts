import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import type { MoneyRow } from './money-rows';

interface MoneyWords {
  /** "90834-95 · 46 min" */
  readonly line: (row: MoneyRow) => string;
  /** Which payments it ties to, and what the client owes by it. */
  readonly ties: (claim: Pick<ClaimDetailView, 'money'>) => string;
}

/** How a claim's money is told. */
export function useMoneyWords(): MoneyWords {
  const say = useWords();
  const formats = useFormats();
  return {
    line: ({ code, modifiers, minutes }) => {
      if (code === undefined) return say('claims.money.beside');
      const whole = [code, ...modifiers].join('-');
      return minutes === null ? whole : say('claims.money.minutes', { code: whole, minutes });
    },
    ties: ({ money: { whole, lines, remittances } }) => {
      if (remittances.length === 0) return say('claims.money.untouched');
      const told = remittances.map(({ traceNumber, paidOn }) =>
        paidOn === null
          ? say('claims.money.undated', { number: traceNumber })
          : say('claims.money.remittance', { number: traceNumber, day: formats.calendarDate(paidOn) }),
      );
      const ties = say('claims.money.ties', { remittances: told.join(', ') });
      if (whole.client !== 0) return `${ties} ${say('claims.money.owes', { money: formats.money(whole.client) })}`;
      const isForbidden = lines.some(({ reasons }) =>
        reasons.some(({ account, reason }) => account === 'denial' && reason.startsWith('CO-')),
      );
      return `${ties} ${say(isForbidden ? 'claims.money.forbidden' : 'claims.money.owesNothing')}`;
    },
  };
}
