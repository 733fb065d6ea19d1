import type { Role } from './roles';

/** What may be done to rows. Nobody deletes. */
export const verbs = ['select', 'insert', 'update'] as const;
export type Verb = (typeof verbs)[number];

/** Rows that a role may touch: all of the practice, those of its own clients, or those that name its own membership. */
export interface Grant {
  readonly all?: readonly Role[];
  readonly clients?: readonly Role[];
  readonly own?: readonly Role[];
}

export interface TablePolicy {
  /** The column that names the client; `clients` grants look at it. */
  readonly client?: 'client_id' | 'id';
  /** The column that names a membership; `own` grants look at it. */
  readonly member?: 'membership_id' | 'resource_id' | 'owner_id' | 'actor_id';
  readonly select: Grant;
  readonly insert?: Grant;
  readonly update?: Grant;
  /** Only these columns may be changed by anyone. */
  readonly updateColumns?: readonly string[];
  /** Only these columns may be given. */
  readonly insertColumns?: readonly string[];
}

export const all = (...who: readonly Role[]): Grant => ({ all: who });
/** Who runs the practice's day. */
export const desk = ['administrator', 'supervisor', 'front_desk'] as const;
