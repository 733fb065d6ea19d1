import type { Day } from '../time/wall-time';

export const agreementStandings = ['in_force', 'to_come', 'expired', 'ended'] as const;
export type AgreementStanding = (typeof agreementStandings)[number];

/** How an agreement stands on a day. Only one in force lets anything go to its vendor (`isCovered` asks the same of the rows). */
export function agreementStanding(
  agreement: { readonly signedOn: Day; readonly expiresOn: Day | null; readonly endedAt: number | null },
  today: Day,
): AgreementStanding {
  if (agreement.endedAt !== null) return 'ended';
  if (agreement.signedOn > today) return 'to_come';
  return agreement.expiresOn !== null && agreement.expiresOn < today ? 'expired' : 'in_force';
}
