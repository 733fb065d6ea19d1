import type { ClaimDetailView, ClaimHappeningView } from '../../api/claims/claim.contract';
import { useSession } from '../../browser/session/use-session';
import { usePractice } from '../data/use-practice';
import { type SinceEvent, lookedAtEvent } from '../since/record-since-line';
import type { Looked } from '../since/since-looked';
import { type Since, useSince } from '../since/use-since';
import { useHistoryWords } from './use-history-words';

interface RecordSince {
  readonly since: Since;
  readonly events: readonly SinceEvent[];
}

export const happeningId = ({ kind, id }: ClaimHappeningView): string => `${kind} ${id}`;

/** What others changed of a claim while one looked: how it stands, each line of its money, and what its history says of them. */
export function useClaimSince(claim: ClaimDetailView): RecordSince {
  const me = useSession()?.person.membershipId;
  const staff = usePractice()?.staff;
  const words = useHistoryWords(claim.payerName);
  const myName = staff?.find(({ id }) => id === me)?.shortName;
  const events = claim.history.map((event) => ({
    id: happeningId(event),
    own: event.actorName !== null && event.actorName === myName,
    ...words(event),
  }));
  const since = useSince(claim.id, staff && [...partsOf(claim), ...events.map(lookedAtEvent)]);
  return { since, events };
}

export const moneyLineId = (lineControl: string): string => `line ${lineControl}`;

function partsOf({ id, version, state, money }: ClaimDetailView): readonly Looked[] {
  const lines = money.lines.map(({ lineControl, paid, contractual, client, writtenOff, open }) => ({
    id: moneyLineId(lineControl),
    parts: { money: [paid, contractual, client, writtenOff, open].join() },
  }));
  return [{ id: 'state', parts: { state } }, ...lines].map((one) => ({ ...one, record: [id, version] as const }));
}
