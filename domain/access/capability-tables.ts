import type { Capability } from './capabilities';
import type { Verb } from './policy-shape';
import type { PolicedTable } from './table-policy';

/** What a capability cannot do without, table by table. What it merely shows more of, where it may, is not listed. */
export type TableNeeds = Readonly<Partial<Record<PolicedTable, readonly Verb[]>>>;

const read = ['select'] as const;
const write = ['insert', 'update'] as const;
const change = ['select', 'insert', 'update'] as const;
const move = ['select', 'update'] as const;

/** Every answer that shows a record notes it; every command also notes what happened and remembers that it was done. */
const shown = { audit: ['insert'] } as const satisfies TableNeeds;
const done = { ...shown, timeline: ['insert'], idempotency_keys: change } as const satisfies TableNeeds;

const house = {
  practice_profiles: read,
  practice_policies: read,
  staff: read,
  rooms: read,
  appointment_types: read,
  clinician_hours: read,
} as const satisfies TableNeeds;
const visitFacts = { visits: read, appointments: read, appointment_types: read, clients: read, staff: read } as const;
/** What a charge is proposed from. */
const chargeFacts = {
  coverages: read,
  payers: read,
  fees: read,
  clinician_billing: read,
  billing_profiles: read,
  client_billing: read,
} as const satisfies TableNeeds;
const moveAppointment = { appointments: move, work_items: move, practice_profiles: read, practice_policies: read };

/** The tables that each capability needs. A test holds it against the policy table: whoever may, can. */
export const capabilityTables = {
  'schedule.read': {
    ...shown,
    ...house,
    appointments: read,
    blocks: read,
    clients: read,
    visits: read,
    next_steps: read,
    timeline: read,
  },
  'schedule.change': {
    ...done,
    ...house,
    ...moveAppointment,
    appointments: change,
    time_holds: change,
    blocks: change,
    clients: read,
    messages: read,
    next_steps: move,
  },
  'visits.check_in': { ...done, ...moveAppointment, visits: change },
  'visits.conduct': { ...done, ...moveAppointment, visits: move },
  'visits.check_out': { ...done, visits: move },
  'clients.read': {
    ...shown,
    clients: read,
    client_contacts: read,
    message_consents: read,
    care_team: read,
    staff: read,
    timeline: read,
  },
  'clients.change': {
    ...done,
    clients: change,
    client_contacts: change,
    message_consents: change,
    care_team: write,
    client_access: write,
  },
  'messages.read': { ...shown, messages: read, clients: read },
  'work.read': { ...shown, work_items: read, clients: read, staff: read },
  'work.change': { ...done, work_items: move, staff: read },
  'practice.read': { ...house },
  'practice.change': {
    audit: ['insert'],
    idempotency_keys: change,
    business_associate_agreements: change,
    practice_profiles: move,
    practice_policies: ['select', 'insert'],
    staff: change,
    rooms: change,
    appointment_types: change,
    clinician_hours: change,
  },
  'notes.read': { ...shown, ...visitFacts, notes: read, note_diagnoses: read, note_amendments: read },
  'notes.write': {
    ...done,
    ...visitFacts,
    ...chargeFacts,
    notes: change,
    note_diagnoses: ['select', 'insert'],
    note_amendments: ['select', 'insert'],
    diagnoses: change,
    charges: ['select', 'insert'],
    work_items: change,
  },
  'diagnoses.read': { ...shown, diagnoses: read, staff: read, clients: read },
  'coverage.read': {
    ...shown,
    client_billing: read,
    coverages: read,
    authorizations: read,
    payers: read,
    clients: read,
  },
  'coverage.change': { ...done, client_billing: change, coverages: change, authorizations: change, payers: read },
  'billing.read': {
    ...shown,
    ...chargeFacts,
    charges: read,
    claims: read,
    claim_lines: read,
    claim_versions: read,
    claim_sendings: read,
    claim_events: read,
    claim_batches: read,
    edi_files: read,
    remittances: read,
    remittance_claims: read,
    remittance_adjustments: read,
    ledger_entries: read,
    ledger_lines: read,
    authorizations: read,
    visits: read,
    timeline: read,
    next_steps: read,
    clients: read,
    staff: read,
  },
  'billing.change': {
    ...done,
    ...chargeFacts,
    charges: change,
    clients: read,
    diagnoses: read,
    authorizations: read,
    payers: change,
    fees: ['select', 'insert'],
    claims: change,
    claim_lines: ['select', 'insert'],
    claim_versions: ['select', 'insert'],
    claim_events: ['select', 'insert'],
    claim_sendings: read,
    claim_batches: change,
    edi_files: change,
    ledger_entries: ['select', 'insert'],
    ledger_lines: ['select', 'insert'],
    remittances: change,
    remittance_claims: change,
    work_items: change,
  },
  'system.read': { audit: ['select', 'insert'], business_associate_agreements: read },
  'balances.read': {
    ...shown,
    clients: read,
    ledger_lines: read,
    ledger_entries: read,
    client_payments: read,
    visits: read,
  },
  'payments.take': {
    ...done,
    clients: read,
    visits: read,
    practice_profiles: read,
    client_payments: change,
    ledger_entries: ['select', 'insert'],
    ledger_lines: ['select', 'insert'],
  },
  'portal.own': {
    ...done,
    practice_profiles: read,
    practice_policies: read,
    staff: read,
    appointment_types: read,
    clients: read,
    client_access: read,
    appointments: move,
    time_holds: move,
    messages: read,
    visits: read,
    charges: read,
    payers: read,
    client_payments: read,
    ledger_lines: read,
  },
} as const satisfies Record<Capability, TableNeeds>;
