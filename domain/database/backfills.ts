import { planOldClaims } from '../claims/plan-old-claims';
import { planOldSignatures } from '../reminders/plan-old-signatures';
import type { Backfill } from './backfill';

/** Every backfill, oldest first. One that is done everywhere may go, together with the code that could read what was before. */
export const backfills: readonly Backfill[] = [planOldClaims, planOldSignatures];
