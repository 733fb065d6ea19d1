import { noteClaimEvent } from '../../domain/claims/note-claim-event';
import { tellClaim } from '../../domain/claims/tell-claim';
import { locked } from '../../domain/database/locked';
import type { PracticeTx } from '../../domain/database/practice-tx';
import type { Instant } from '../../domain/time/instant';
import type { BillingPractice, SubmittedClaim } from './billing';

const edi = ({ id }: BillingPractice) => ({ practiceId: id, service: 'edi' }) as const;

/** A claim that has left at that instant. */
export async function leftAt(practice: BillingPractice, at: Instant): Promise<SubmittedClaim> {
  const claim = await practice.ready();
  await leaves(practice, claim, at);
  return claim;
}

export const leaves = (practice: BillingPractice, { id }: SubmittedClaim, at: Instant): Promise<boolean> =>
  practice.as(
    edi(practice),
    async (tx) => {
      const claim = await locked(tx, 'claims', id);
      return noteClaimEvent(tx, claim, { kind: 'submitted', evidenceKey: `left/${String(claim.version_no)}` });
    },
    at,
  );

/** What a clearinghouse or payer says of the version that stands. */
export const hears = (
  practice: BillingPractice,
  { id, controlNumber }: SubmittedClaim,
  kind: 'format_accepted' | 'received' | 'accepted' | 'rejected',
  at?: Instant,
): Promise<void> =>
  practice.as(
    edi(practice),
    async (tx) => {
      const { version_no: versionNo } = await locked(tx, 'claims', id);
      const evidenceKey = `${kind}/${String(versionNo)}`;
      await tellClaim(tx, id, { kind, evidenceKey, versionNo, codes: [], payerControlNumber: `ICN${controlNumber}` });
    },
    at,
  );

/** What a biller does with a claim, at the version that she sees. */
export const does = (
  practice: BillingPractice,
  { id }: SubmittedClaim,
  act: (tx: PracticeTx, request: { readonly id: string; readonly version: number }) => Promise<void>,
  at?: Instant,
): Promise<void> =>
  practice.as(
    'biller',
    async (tx) => {
      const { version } = await locked(tx, 'claims', id);
      await act(tx, { id, version });
    },
    at,
  );
