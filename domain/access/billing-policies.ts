import { type TablePolicy, all, desk } from './policy-shape';
import { staffRoles as staff, workerRoles as services } from './roles';

const billing = ['administrator', 'biller'] as const;
/** Who reads what billing does. */
const books = [...billing, 'supervisor', 'auditor', 'service_core', 'service_edi'] as const;
const bookkeepers = [...billing, 'service_edi'] as const;
const administrator = all('administrator');

/** Who sees and changes what was found, said and done in sessions, and what it is billed as. */
export const billingPolicies = {
  // what is said in the room is for those who treat; whoever corrects a claim says its diagnoses again
  diagnoses: {
    client: 'client_id',
    select: { all: ['supervisor', ...billing, 'service_core', 'service_edi'], clients: ['clinician'] },
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
    select: { all: ['supervisor', 'biller', 'service_core', 'service_edi'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
  },
  note_amendments: {
    client: 'client_id',
    select: { all: ['supervisor'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
  },
  // whether a note is signed decides what happens next with its appointment
  attestations: {
    client: 'client_id',
    select: { all: [...books, 'service_messages'], clients: ['clinician'] },
    insert: { all: ['supervisor'], clients: ['clinician'] },
  },
  billing_profiles: { select: all(...books, 'clinician'), insert: administrator },
  clinician_billing: { select: all(...books, 'clinician'), insert: administrator, update: administrator },
  // a client reads on her balance who paid what of her visits
  payers: { select: all(...staff, ...services, 'client'), insert: all(...billing), update: all(...billing) },
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
    select: { all: books, clients: ['clinician', 'client'] },
    insert: { all: [...billing, 'supervisor', 'service_core'], clients: ['clinician'] },
    update: { all: [...billing, 'service_core'] },
  },
  edi_files: { select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
  claim_batches: { select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
  claim_departures: { select: all(...books), insert: all(...bookkeepers), update: all(...bookkeepers) },
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
  remittance_adjustments: {
    select: all(...books),
    insert: all(...bookkeepers),
    update: all(...bookkeepers),
    updateColumns: ['code', 'reference', 'cents', 'offset_bytes'],
  },
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
} as const satisfies Record<string, TablePolicy>;
