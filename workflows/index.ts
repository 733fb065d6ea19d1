export { appointment } from './appointment';
export { claim } from './claim';
export { claimBatch as claim_batch } from './claim-batch';
export { remittance } from './remittance';
