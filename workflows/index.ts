export { appointment } from './appointment';
export { claimBatch as claim_batch } from './claim-batch';
