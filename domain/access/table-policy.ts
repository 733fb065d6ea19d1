import { type Role, roles, staffRoles, workerRoles } from './roles';

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

const all = (...who: readonly Role[]): Grant => ({ all: who });
const everyone: Grant = all(...roles);
const staff = staffRoles;
const services = workerRoles;
const desk = ['administrator', 'supervisor', 'front_desk'] as const;
const office = [...desk, 'biller', 'auditor'] as const;
const administrator = all('administrator');
const billing = ['administrator', 'biller'] as const;
/** Who reads what billing does. */
const books = [...billing, 'supervisor', 'auditor', 'service_core', 'service_edi'] as const;
const bookkeepers = [...billing, 'service_edi'] as const;

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
  // what is said in the room is for those who treat
  diagnoses: {
    client: 'client_id',
    select: { all: ['supervisor', 'biller', 'service_core', 'service_edi'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
    update: { all: ['supervisor'], clients: ['clinician'] },
  },
  notes: {
    client: 'client_id',
    select: { all: ['supervisor'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
    update: { all: ['supervisor'], clients: ['clinician'] },
  },
  note_diagnoses: {
    client: 'client_id',
    select: { all: ['supervisor'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
  },
  note_amendments: {
    client: 'client_id',
    select: { all: ['supervisor'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
  },
  billing_profiles: { select: all(...books, 'clinician'), insert: administrator },
  clinician_billing: { select: all(...books, 'clinician'), insert: administrator, update: administrator },
  payers: { select: all(...staff, ...services), insert: all(...billing), update: all(...billing) },
  client_billing: {
    client: 'id',
    select: { all: [...books, 'front_desk'], clients: ['clinician', 'client'] },
    insert: all(...desk, 'biller'),
    update: all(...desk, 'biller'),
  },
  coverages: {
    client: 'client_id',
    select: { all: [...books, 'front_desk'], clients: ['clinician', 'client'] },
    insert: all(...desk, 'biller'),
    update: all(...desk, 'biller'),
  },
  authorizations: {
    client: 'client_id',
    select: { all: [...books, 'front_desk'], clients: ['clinician'] },
    insert: all(...desk, 'biller'),
    update: all(...desk, 'biller'),
  },
  fees: { select: all(...staff, ...services), insert: all(...billing) },
  charges: {
    client: 'client_id',
    select: { all: books, clients: ['clinician'] },
    insert: { all: [...billing, 'supervisor', 'service_core'], clients: ['clinician'] },
    update: { all: [...billing, 'service_core'] },
  },
  edi_files: { select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
  claim_batches: { select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
  claims: { client: 'client_id', select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
  claim_lines: { client: 'client_id', select: all(...books), insert: all(...bookkeepers) },
  claim_versions: { client: 'client_id', select: all(...books), insert: all(...bookkeepers) },
  claim_sendings: { client: 'client_id', select: all(...books), insert: all(...bookkeepers) },
  claim_events: { client: 'client_id', select: all(...books), insert: all(...bookkeepers) },
  remittances: { select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
  remittance_claims: {
    client: 'client_id',
    select: all(...books),
    insert: all(...bookkeepers),
    update: all(...bookkeepers),
  },
  remittance_adjustments: { select: all(...books), insert: all(...bookkeepers) },
  client_payments: {
    client: 'client_id',
    select: { all: [...books, 'front_desk'], clients: ['client'] },
    insert: all(...desk, 'biller'),
    update: all(...desk, 'biller'),
  },
  ledger_entries: {
    select: all(...books, 'front_desk'),
    insert: all(...desk, 'biller', 'service_edi'),
    insertColumns: [
      'practice_id',
      'id',
      'kind',
      'posting_key',
      'day',
      'undoes_id',
      'remittance_id',
      'remittance_claim_id',
      'payment_id',
      'reason',
      'actor_id',
    ],
  },
  ledger_lines: {
    client: 'client_id',
    select: { all: [...books, 'front_desk'], clients: ['client'] },
    insert: all(...desk, 'biller', 'service_edi'),
  },
  idempotency_keys: {
    member: 'membership_id',
    select: { own: roles },
    insert: { own: roles },
    update: { own: roles },
    updateColumns: ['status', 'ref_id'],
  },
  preferences: { member: 'membership_id', select: { own: roles }, insert: { own: roles }, update: { own: roles } },
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
