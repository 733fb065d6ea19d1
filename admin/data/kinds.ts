import type { Kinds } from './live-cache';

/**
 * What live hints call a kind: the resource whose rows it is (where it has any), and what else is asked for again, by the first
 * part of its key in the cache. A page that shows a new kind adds it here.
 */
export const kinds: Kinds = {
  // a work item shows its appointment too
  appointment: {
    resource: 'appointments',
    also: ['calendar-overview', 'counts', 'openings', 'work-items', 'unsigned-notes'],
  },
  /** What happens next with an appointment, a claim or a batch; the id is theirs. */
  next_step: { resource: 'appointments', shownBy: ['claims', 'claim-batches'], also: ['planned-messages'] },
  client: { resource: 'clients', also: ['client-billing', 'copays'] },
  message: { resource: 'messages', also: ['counts'] },
  work_item: { resource: 'work-items', also: ['counts'] },
  block: { also: ['calendar', 'openings'] },
  practice: { also: ['practice', 'payers', 'billing-settings', 'agreements'] },
  claim: { resource: 'claims', also: ['counts'] },
  claim_batch: { resource: 'claim-batches' },
  visit: { also: ['note', 'notes', 'unsigned-notes'] },
  charge: { resource: 'charges', also: ['note', 'counts'] },
  edi_file: { resource: 'edi-files', also: ['remittance-files'] },
  balance: { resource: 'balances', also: ['balance', 'copays'] },
  /** A file that came in, kept by its workflow. */
  remittance: { resource: 'edi-files', also: ['remittance-files'] },
  payment: { resource: 'remittances', also: ['remittance-claims', 'remittance-files', 'counts'] },
};
