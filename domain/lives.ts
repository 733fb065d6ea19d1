import { chargeLife } from './claims/charge-state';
import { claimBatchLife } from './claims/claim-batch-state';
import { claimLife } from './claims/claim-state';
import { ediFileLife } from './clearinghouse/edi-file-state';
import { clientLife } from './clients/client-state';
import type { Life } from './life';
import { messageLife } from './messages/message-state';
import { noteLife } from './notes/note-state';
import { remittanceClaimLife } from './remittances/remittance-claim-state';
import { remittanceLife } from './remittances/remittance-state';
import { appointmentLife } from './schedule/appointment-state';
import { visitLife } from './visits/visit-state';
import { workItemLife } from './work/work-item-state';

/** Every state machine of Kept. */
export const lives: readonly Life[] = [
  appointmentLife,
  visitLife,
  messageLife,
  workItemLife,
  clientLife,
  noteLife,
  chargeLife,
  claimLife,
  claimBatchLife,
  ediFileLife,
  remittanceLife,
  remittanceClaimLife,
];
