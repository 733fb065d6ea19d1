/** Why work stopped and needs a person, by code: whose queue, and the next action that is offered. Words: messages/<language>/work.ts. */
export const workCauses = {
  /** The vendor may or may not have the message. */
  message_unknown: { queue: 'front_desk', action: 'call_client' },
  /** The vendor refused the message for good: wrong number, blocked, no agreement. */
  message_refused: { queue: 'front_desk', action: 'call_client' },
  /** The grace time is over and nobody has checked in. */
  client_missing: { queue: 'front_desk', action: 'decide_missing' },
  /** A step is carried out again and again and records nothing: a defect. */
  step_repeats: { queue: 'practice', action: 'look_into' },
  /** Who had a step carried out at once may no longer do so. */
  order_lapsed: { queue: 'front_desk', action: 'look_into' },
  /** A vendor does not know us: no message of its channel goes out until someone has mended the settings. */
  vendor_refuses_us: { queue: 'practice', action: 'fix_settings' },
  /** A change could not be told to its workflow twenty times. */
  outbox_parked: { queue: 'practice', action: 'look_into' },
  /** The grace time after a visit is over and its note is not signed. */
  note_unsigned: { queue: 'clinician', action: 'sign_note' },
  /** A visit was signed and something is missing to bill it. */
  charge_incomplete: { queue: 'billing', action: 'look_into' },
  /** The scrub found something that payers refuse: the claim is not sent. */
  claim_blocked: { queue: 'billing', action: 'look_into' },
  /** A clearinghouse or payer did not take a claim. */
  claim_rejected: { queue: 'billing', action: 'look_into' },
  /** A batch of claims is written and nobody knows whether the clearinghouse has it, or it refuses it. */
  claim_batch_stuck: { queue: 'billing', action: 'look_into' },
  /** The clearinghouse will not take a batch, and has nothing of it. */
  claim_batch_returned: { queue: 'billing', action: 'look_into' },
  /** Who had claims sent may no longer do so: the batch waits for somebody who may. */
  batch_order_lapsed: { queue: 'billing', action: 'look_into' },
  /** The clearinghouse has not let us look what lies there for a while. */
  clearinghouse_silent: { queue: 'billing', action: 'look_into' },
  /** An answer about claims names none of ours, or can't be read. */
  edi_file_quarantined: { queue: 'billing', action: 'look_into' },
  /** A payer denied a claim: correct it, appeal, or write it off. */
  claim_denied: { queue: 'billing', action: 'look_into' },
  /** An hour after a claim left nobody has said that its format is accepted (999). */
  claim_unacknowledged: { queue: 'billing', action: 'ask_clearinghouse' },
  /** Two days after it left nobody has said that it was received (277CA). */
  claim_unreceived: { queue: 'billing', action: 'ask_clearinghouse' },
  /** The payer has not decided within its days. */
  claim_unanswered: { queue: 'billing', action: 'ask_payer' },
  /** Nor on an appeal. */
  appeal_unanswered: { queue: 'billing', action: 'ask_payer' },
  /** Soon it is too late to file a claim that no payer has taken in yet. */
  claim_filing_due: { queue: 'billing', action: 'send_claim' },
  /** Soon it is too late to correct what a payer did not pay. */
  claim_correction_due: { queue: 'billing', action: 'correct_claim' },
  /** Soon it is too late to appeal. */
  claim_appeal_due: { queue: 'billing', action: 'appeal_claim' },
  /** The payer decided, and left a part of the claim undecided, or more than the whole. */
  claim_rest: { queue: 'billing', action: 'decide_rest' },
  /** What a payer said of a claim is not certain enough to post. */
  remittance_review: { queue: 'billing', action: 'look_into' },
  /** A remittance does not tie to the cent, or is torn: nothing of it is posted. */
  remittance_quarantined: { queue: 'billing', action: 'look_into' },
} as const satisfies Record<string, { queue: WorkQueue; action: string }>;

export type WorkCause = keyof typeof workCauses;
export type WorkQueue = 'front_desk' | 'clinician' | 'billing' | 'practice';
export const workQueues = ['front_desk', 'clinician', 'billing', 'practice'] as const satisfies readonly WorkQueue[];
export const workCauseNames = Object.keys(workCauses) as WorkCause[];
