import type { PracticeTx } from '../database/practice-tx';
import { type ClientId, type MembershipId, newId } from '../ids';
import type { Params } from '../problems';
import { type Instant, toDate } from '../time/instant';
import type { TimelineCode } from './timeline-codes';

export interface TimelineEvent {
  readonly entity: string;
  readonly refId: string;
  readonly clientId?: ClientId | null;
  readonly code: TimelineCode;
  /** Ids, enums, instants and numbers; never names or typed text. */
  readonly params?: Params;
  /** The rule by which Kept acted; absent when a person did. */
  readonly rule?: string;
  /** The person for whom it was done, where that is not the actor. */
  readonly actor?: MembershipId | null;
  readonly at?: Instant;
  readonly evidence?: { readonly kind: string; readonly id: string };
}

/** Notes what happened to a record: every workflow and every command does. */
export async function noteEvent(tx: PracticeTx, event: TimelineEvent): Promise<void> {
  await tx.rows('timeline').insert({
    practice_id: tx.practiceId,
    id: newId(),
    at: toDate(event.at ?? tx.now),
    entity: event.entity,
    ref_id: event.refId,
    client_id: event.clientId ?? null,
    code: event.code,
    params: JSON.stringify(event.params ?? {}),
    actor_id: event.rule === undefined ? (event.actor ?? tx.actor) : null,
    rule: event.rule ?? null,
    evidence_kind: event.evidence?.kind ?? null,
    evidence_id: event.evidence?.id ?? null,
  });
}
