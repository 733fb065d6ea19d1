import type { Role } from './roles';
import type { Grant, TablePolicy, Verb } from './policy-shape';

/** Where a row stands, seen by the one who asks. A part that the table has no column for is left out. */
export interface RowSeen {
  readonly practice: 'mine' | 'another';
  /** A clinician's own clients are those she cares for; a portal account's, those whose records it may see. */
  readonly client?: 'mine' | 'another' | 'none';
  readonly member?: 'me' | 'another' | 'none';
}

/**
 * What the policy table says of one role, verb and row, worked out here and not by Postgres: tests compare the two. Whoever
 * changes a row must see it too.
 */
export function mayTouch(policy: TablePolicy, verb: Verb, role: Role, row: RowSeen): boolean {
  if (row.practice !== 'mine') return false;
  if (verb === 'update' && !mayTouch(policy, 'select', role, row)) return false;
  const grant = policy[verb];
  if (!grant) return false;
  return (
    names(grant.all, role) ||
    (names(grant.clients, role) && row.client === 'mine') ||
    (names(grant.own, role) && row.member === 'me')
  );
}

/** Whether there is any row at all to which a role may do this. */
export function mayTouchSome(policy: TablePolicy, verb: Verb, role: Role): boolean {
  const grant = policy[verb];
  return grant !== undefined && [grant.all, grant.clients, grant.own].some((who) => names(who, role));
}

const names = (who: Grant[keyof Grant], role: Role): boolean => who?.includes(role) ?? false;
