import { type AppointmentDeps, createAppointmentActivities } from './appointment';
import { type ClaimDeps, createClaimActivities } from './claim';
import { type ClaimBatchDeps, createClaimBatchActivities } from './claim-batch';
import { type RemittanceDeps, createRemittanceActivities } from './remittance';

/** What all activities of a worker need: each kind says what it needs itself. */
export type ActivityDeps = AppointmentDeps & //
  ClaimDeps &
  ClaimBatchDeps &
  RemittanceDeps;

/** What the workflows of this build ask for. */
export const createActivities = (deps: ActivityDeps) => ({
  ...createAppointmentActivities(deps),
  ...createClaimActivities(deps),
  ...createClaimBatchActivities(deps),
  ...createRemittanceActivities(deps),
});
