import { appointmentLives } from './appointment-lives';
import { claimBatchLives } from './claim-batch-lives';
import { claimLives } from './claim-lives';
import type { Lives } from './life-stage';
import { remittanceLives } from './remittance-lives';

/** Every life that is recorded for the replay gate, by name. */
export const lives: Lives = {
  ...appointmentLives,
  ...claimLives,
  ...claimBatchLives,
  ...remittanceLives,
};
