import { BookX, CalendarClock, FileCheck2, FilePen, Receipt, Send, ShieldCheck, Undo2, UserCheck } from 'lucide-react';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { useFormats } from '../../browser/speech';
import type { Consequence } from '../design/consequence-list';
import { useWords } from '../words';
import type { ClaimAct } from './claim-acts';

/** What an act will bring about, by the outlook that the server gave; undefined: it cannot be done yet. */
export function useActLines(
  claim: ClaimDetailView,
  act: ClaimAct,
  authorization: string | undefined,
): readonly Consequence[] | undefined {
  const say = useWords();
  const formats = useFormats();
  const money = (cents: number) => formats.money(cents);
  const { outlook, payerControlNumber, versionNo, chargeCents } = claim;
  const number = payerControlNumber ?? '';
  if ((act === 'correct' || act === 'void') && outlook.takenIn && payerControlNumber === null) return undefined;
  const leaves = say('claims.acts.correct.leaves', { version: String(versionNo + 1) });
  switch (act) {
    case 'correct': {
      const now = money(outlook.billedCents ?? chargeCents);
      return [
        {
          id: 'what',
          icon: FileCheck2,
          what: outlook.takenIn
            ? say('claims.acts.correct.replacement', { number })
            : say('claims.acts.correct.original'),
        },
        { id: 'content', icon: FilePen, what: say('claims.acts.correct.content') },
        ...(authorization === undefined
          ? []
          : [
              {
                id: 'authorization',
                icon: ShieldCheck,
                what: say('claims.acts.correct.authorization', { number: authorization }),
              },
            ]),
        {
          id: 'charge',
          icon: Receipt,
          what:
            (outlook.billedCents ?? chargeCents) === chargeCents
              ? say('claims.acts.correct.charge', { now })
              : say('claims.acts.correct.chargeChanged', { now, before: money(chargeCents) }),
        },
        { id: 'leaves', icon: Send, what: leaves },
      ];
    }
    case 'void':
      return [
        outlook.takenIn
          ? { id: 'what', icon: Send, what: say('claims.acts.void.byPayer', { number }) }
          : { id: 'what', icon: Undo2, what: say('claims.acts.void.atOnce') },
        ...(outlook.takenIn ? [{ id: 'leaves', icon: CalendarClock, what: leaves }] : []),
        { id: 'charges', icon: Receipt, what: say('claims.acts.void.charges') },
      ];
    case 'appeal':
      return [
        { id: 'noted', icon: FilePen, what: say('claims.acts.appeal.noted') },
        { id: 'unsent', icon: Send, what: say('claims.acts.appeal.unsent') },
        { id: 'waits', icon: CalendarClock, what: say('claims.acts.appeal.waits') },
      ];
    case 'close':
      return [
        {
          id: 'writtenOff',
          icon: BookX,
          tone: 'care',
          what:
            outlook.writeOffCents > 0
              ? say('claims.acts.close.writtenOff', { money: money(outlook.writeOffCents) })
              : say('claims.acts.close.nothing'),
        },
        { id: 'client', icon: UserCheck, what: say('claims.acts.close.client') },
        { id: 'opens', icon: Undo2, what: say('claims.acts.close.opens') },
      ];
  }
}
