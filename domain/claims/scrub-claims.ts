import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { openWorkItem } from '../work/open-work-item';
import { check } from '../x12/check/check';
import type { ProfessionalClaim } from '../x12/claim';
import { type ClaimBatchHeader, write837 } from '../x12/write-837';
import { noteClaimEvent } from './note-claim-event';

/** One version of a claim that is ready to leave. */
export interface ReadyClaim {
  readonly id: string;
  readonly client_id: string;
  readonly version_no: number;
  readonly control_number: string;
  readonly content: ProfessionalClaim;
}

/** A claim that the scrub keeps back, and the rules that it breaks. */
export interface BlockedClaim {
  readonly controlNumber: string;
  readonly rules: readonly string[];
}

interface Scrubbed {
  readonly clean: readonly ReadyClaim[];
  readonly blocked: readonly BlockedClaim[];
}

/** Scrubs each claim as it would leave. What payers would refuse becomes `blocked`, with work for a person, and is not sent. */
export async function scrubClaims(
  tx: PracticeTx,
  header: ClaimBatchHeader,
  claims: readonly ReadyClaim[],
): Promise<Scrubbed> {
  const clean: ReadyClaim[] = [];
  const blocked: BlockedClaim[] = [];
  for (const claim of claims) {
    const rules = await rulesBroken(header, claim.content);
    if (rules.length === 0) {
      clean.push(claim);
      continue;
    }
    await block(tx, claim, rules);
    blocked.push({ controlNumber: claim.control_number, rules });
  }
  return { clean, blocked };
}

async function rulesBroken(header: ClaimBatchHeader, claim: ProfessionalClaim): Promise<string[]> {
  const { findings } = await check('claim', [write837({ ...header, claims: [claim] }).bytes]);
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
}

async function block(tx: PracticeTx, { id, client_id }: ReadyClaim, rules: readonly string[]): Promise<void> {
  const claim = await locked(tx, 'claims', id);
  const params = { rules: rules.join(', ') };
  await noteClaimEvent(tx, claim, { kind: 'blocked', evidenceKey: `scrub/${String(claim.version)}`, params });
  await openWorkItem(tx, { cause: 'claim_blocked', entity: 'claim', refId: id, clientId: client_id, params });
}
