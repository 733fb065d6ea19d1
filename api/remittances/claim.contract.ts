import { z } from 'zod';
import { asideReasons, comparedFields } from '../../domain/remittances/remittance-codes';
import { askContract, changeContract, empty, id, readContract } from '../http/contract';
import { remittanceClaimRow } from './remittance.contract';

/** US cents, with their sign. */
const cents = z.number().int();
const adjusted = z.object({ group: z.string(), reason: z.string(), cents });
const fact = z.union([z.string(), z.number()]).nullable();

export const candidateView = z.object({
  claimId: id,
  clientId: id,
  clientName: z.string(),
  controlNumber: z.string(),
  payerName: z.string(),
  state: z.string(),
  facts: z.array(
    z.object({
      field: z.enum(comparedFields),
      theirs: fact,
      ours: fact,
      agrees: z.boolean().nullable().describe('null where one side does not say'),
    }),
  ),
  effect: z
    .object({ paidCents: cents, contractualCents: cents, deniedCents: cents, clientCents: cents })
    .nullable()
    .describe('what posting it there would do; null where it cannot be posted'),
  hindrance: z.enum(['reversal_without_original']).nullable(),
});
export type CandidateView = z.infer<typeof candidateView>;

export const remittanceClaimDetail = remittanceClaimRow.extend({
  adjustments: z.array(adjusted),
  lines: z.array(
    z.object({
      code: z.string(),
      modifiers: z.array(z.string()),
      day: z.string().nullable(),
      chargeCents: cents,
      paidCents: cents,
      adjustments: z.array(adjusted),
      remarks: z.array(z.string()),
    }),
  ),
  candidate: candidateView.nullable(),
});
export type RemittanceClaimDetail = z.infer<typeof remittanceClaimDetail>;

export const getRemittanceClaim = readContract({
  path: '/remittance-claims/:id',
  summary: 'What a payer said of one claim, beside the claim that it may be',
  response: remittanceClaimDetail,
});

export const compareRemittanceClaim = askContract({
  path: '/remittance-claims/:id/compare',
  summary: 'What a payer said of one claim, beside another claim of ours',
  body: z.strictObject({ claimId: id }),
  response: candidateView,
});

export const postClaimContract = changeContract({
  path: '/remittance-claims/:id/post',
  summary: 'A person says which claim the payer speaks of: it is posted there',
  body: z.strictObject({ claimId: id }),
  response: remittanceClaimDetail,
  problems: ['wrong_state', 'not_postable'],
});

export const setAsideContract = changeContract({
  path: '/remittance-claims/:id/set-aside',
  summary: 'It is not posted; its money stays unapplied',
  body: z.strictObject({ why: z.enum(asideReasons) }),
  response: remittanceClaimDetail,
  problems: ['wrong_state'],
});

export const reopenContract = changeContract({
  path: '/remittance-claims/:id/reopen',
  summary: 'What was set aside waits for a person again',
  body: empty,
  response: remittanceClaimDetail,
  problems: ['wrong_state'],
});

export const getClaimSegments = readContract({
  path: '/remittance-claims/:id/segments',
  summary: 'The very segments of the file in which a payer speaks of one claim',
  response: z.object({
    segments: z.array(z.object({ name: z.string(), text: z.string(), offset: z.number().int() })),
  }),
});
