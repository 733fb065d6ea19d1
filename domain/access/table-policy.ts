import { billingPolicies } from './billing-policies';
import { type Grant, type TablePolicy, all, desk } from './policy-shape';
import { roles, staffRoles, workerRoles } from './roles';

const everyone: Grant = all(...roles);
const staff = staffRoles;
const services = workerRoles;
const office = [...desk, 'biller', 'auditor'] as const;
const administrator = all('administrator');

/**
 * Who sees and changes which rows: the single truth, compiled to row-level security (`npm run policies`), compared with the
 * routes' capabilities and tried out by a test for every table × role × verb. What is not here nobody may do.
 */
export const tablePolicies = {
  practice_profiles: { select: everyone, insert: administrator, update: administrator },
  practice_policies: { select: everyone, insert: administrator },
  staff: { select: everyone, insert: administrator, update: administrator },
  rooms: { select: all(...staff, ...services), insert: administrator, update: administrator },
  clinician_hours: { select: everyone, insert: administrator, update: administrator },
  appointment_types: { select: everyone, insert: administrator, update: administrator },
  business_associate_agreements: {
    select: all('administrator', 'auditor', ...services),
    insert: administrator,
    update: administrator,
  },
  clients: {
    client: 'id',
    select: { all: [...office, ...services, 'service_portal'], clients: ['clinician', 'client'] },
    insert: all(...desk),
    update: all(...desk),
  },
  client_contacts: {
    client: 'client_id',
    select: { all: [...office, 'service_core', 'service_messages'], clients: ['clinician', 'client'] },
    insert: all(...desk),
    update: all(...desk),
  },
  message_consents: {
    client: 'client_id',
    select: { all: [...office, 'service_core', 'service_messages'], clients: ['clinician', 'client'] },
    insert: all(...desk),
    update: all(...desk),
  },
  care_team: { client: 'client_id', select: all(...staff, ...services), insert: all(...desk), update: all(...desk) },
  client_access: {
    client: 'client_id',
    member: 'membership_id',
    select: { all: [...desk, 'auditor'], own: ['client'] },
    insert: all(...desk),
    update: all(...desk),
  },
  appointments: {
    client: 'client_id',
    select: { all: [...office, ...services, 'service_portal'], clients: ['clinician', 'client'] },
    insert: { all: desk, clients: ['clinician'] },
    update: { all: [...desk, 'service_portal'], clients: ['clinician', 'client'] },
  },
  blocks: {
    member: 'resource_id',
    select: all(...staff, 'service_core'),
    insert: { all: desk, own: ['clinician'] },
    update: { all: desk, own: ['clinician'] },
  },
  time_holds: {
    client: 'client_id',
    member: 'resource_id',
    select: { all: office, clients: ['clinician', 'client'], own: ['clinician'] },
    insert: { all: desk, clients: ['clinician'], own: ['clinician'] },
    update: { all: desk, clients: ['clinician', 'client'], own: ['clinician'] },
  },
  visits: {
    client: 'client_id',
    select: { all: [...office, ...services], clients: ['clinician', 'client'] },
    insert: { all: desk, clients: ['clinician'] },
    update: { all: desk, clients: ['clinician'] },
  },
  next_steps: {
    client: 'client_id',
    select: { all: [...office, ...services], clients: ['clinician', 'client'] },
    update: { all: [...desk, ...services], clients: ['clinician'] },
  },
  messages: {
    client: 'client_id',
    select: {
      all: [...desk, 'auditor', 'service_core', 'service_messages', 'service_portal'],
      clients: ['clinician', 'client'],
    },
    insert: all('service_core', 'service_messages'),
    update: all('service_core', 'service_messages'),
  },
  timeline: {
    client: 'client_id',
    select: { all: [...office, ...services], clients: ['clinician', 'client'] },
    insert: { all: [...desk, 'biller', ...services, 'service_portal'], clients: ['clinician', 'client'] },
  },
  work_items: {
    client: 'client_id',
    member: 'owner_id',
    select: { all: [...office, ...services], clients: ['clinician'], own: ['clinician'] },
    insert: { all: [...desk, 'biller', ...services], clients: ['clinician'] },
    update: { all: [...desk, 'biller', ...services], clients: ['clinician'], own: ['clinician'] },
  },
  ...billingPolicies,
  idempotency_keys: {
    member: 'membership_id',
    select: { own: roles },
    insert: { own: roles },
    update: { own: roles },
    updateColumns: ['status', 'ref_id'],
  },
  preferences: { member: 'membership_id', select: { own: roles }, insert: { own: roles }, update: { own: roles } },
  list_views: {
    member: 'membership_id',
    select: { own: staff },
    insert: { own: staff },
    update: { own: staff },
    updateColumns: ['name', 'arrangement', 'removed_at', 'version'],
  },
  // Everyone writes what she does herself. When, and in which transaction, the database says: else an entry could be slipped
  // into a sealed range, or past all that will ever be sealed.
  audit: {
    member: 'actor_id',
    select: all('administrator', 'auditor'),
    insert: { own: roles },
    insertColumns: [
      'practice_id',
      'id',
      'actor_id',
      'on_behalf_of',
      'session_id',
      'purpose',
      'act',
      'route',
      'request_id',
      'address',
      'outcome',
      'code',
      'fields',
      'record_ids',
      'client_ids',
    ],
  },
} as const satisfies Record<string, TablePolicy>;

export type PolicedTable = keyof typeof tablePolicies;
