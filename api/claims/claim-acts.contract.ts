import { z } from 'zod';
import { changeContract, empty, id, line } from '../http/contract';
import { claimRow } from './claim.contract';

// Everything that a person does with a claim answers with the claim as it is then.

export const correctClaimContract = changeContract({
  path: '/claims/:id/correct',
  summary: 'Say a claim again as the record has it now; the next batch takes it',
  body: z.strictObject({
    /** What the payer had agreed to; else the one that holds on the day of the service, if there is one. */
    authorizationId: id.optional(),
  }),
  response: claimRow,
  problems: ['wrong_state', 'claim_incomplete', 'payer_number_unknown', 'other_payer'],
});

export const voidClaimContract = changeContract({
  path: '/claims/:id/void',
  summary: 'Take a claim back: at once, or by the payer where it has it',
  body: empty,
  response: claimRow,
  problems: ['wrong_state', 'payer_number_unknown'],
});

export const appealClaimContract = changeContract({
  path: '/claims/:id/appeal',
  summary: 'An appeal against what the payer decided has gone out',
  body: z.strictObject({ note: line(500).nullable().default(null) }),
  response: claimRow,
  problems: ['wrong_state'],
});

export const closeClaimContract = changeContract({
  path: '/claims/:id/close',
  summary: 'Give the rest of a claim up: it is written off',
  body: empty,
  response: claimRow,
  problems: ['wrong_state'],
});
