import type { LegalHold, RetentionClass } from './retention';
import type { Rows } from './tables.generated';

/** `practice`: rows of one practice each, seen under row-level security. `kernel`: reached through kernel functions only. */
export type Tier = 'practice' | 'kernel';

export interface Registration {
  readonly retention: RetentionClass;
  readonly legalHold: LegalHold;
  /** Rows may be deleted, by kernel functions alone. Everywhere else things end, nothing is deleted. */
  readonly ephemeral?: true;
  /** What would be lost without it. */
  readonly why: string;
}

const row = (retention: RetentionClass, legalHold: LegalHold, why: string): Registration => ({
  retention,
  legalHold,
  why,
});
const scratch = (why: string): Registration => ({
  retention: 'ephemeral',
  legalHold: 'exempt',
  ephemeral: true,
  why,
});

/** The register: every table of schema `kept`. One that is missing here does not compile and fails the catalogue test. */
export const practiceTables = {
  practice_profiles: row('reference', 'practice', 'What the practice is called and where it is, as its letters said.'),
  practice_policies: row('compliance', 'practice', 'Which rules held when a fee was due or a reminder was sent.'),
  staff: row('reference', 'practice', 'Who signed, treated and acted, by the name they had.'),
  rooms: row('reference', 'exempt', 'Where appointments took place.'),
  clinician_hours: row('operational', 'exempt', 'When a clinician can be booked.'),
  appointment_types: row('reference', 'practice', 'What kind of service an appointment was.'),
  business_associate_agreements: row(
    'compliance',
    'practice',
    'That a vendor was bound by contract while it got personal data.',
  ),
  counters: row('operational', 'practice', 'The next free number of each kind, so that none is given twice.'),
  clients: row('clinical_record', 'client', 'Whom every other record is about.'),
  client_contacts: row(
    'clinical_record',
    'client',
    'How the client could be reached, and whether a message may be left.',
  ),
  message_consents: row('compliance', 'client', 'That the client agreed to be written to, and until when.'),
  care_team: row(
    'clinical_record',
    'client',
    'Which clinicians cared for the client, and so who could see the record.',
  ),
  client_access: row('compliance', 'client', 'Which portal accounts could see the record, and as whom.'),
  appointments: row('clinical_record', 'client', 'Every booking and what became of it.'),
  blocks: row('operational', 'practice', 'Time that a clinician or a room could not be booked.'),
  time_holds: row('operational', 'client', 'What holds the time of people and rooms now, and what held it before.'),
  visits: row('clinical_record', 'client', 'That the client came: when, to whom, for how long.'),
  next_steps: row('operational', 'client', 'What happens next to each thing that a workflow keeps.'),
  messages: row('clinical_record', 'client', 'What was said to the client, when, and whether it arrived.'),
  timeline: row('clinical_record', 'client', 'What happened to each record, by whom or by which rule.'),
  work_items: row('operational', 'client', 'What needed a person, and who dealt with it.'),
  diagnoses: row('clinical_record', 'client', 'What was found, by whom, from when until when.'),
  notes: row('clinical_record', 'client', 'What was said and done in a session, as it was signed.'),
  note_diagnoses: row('clinical_record', 'client', 'The diagnoses that a note was signed with.'),
  note_amendments: row('clinical_record', 'client', 'What was added to a signed note, by whom, when.'),
  attestations: row('billing_record', 'client', 'When a session began and ended, as its clinician attested.'),
  billing_profiles: row('billing_record', 'practice', 'As whom the practice billed.'),
  claim_departures: row('billing_record', 'practice', 'When ready claims leave by themselves.'),
  clinician_billing: row('billing_record', 'practice', 'As whom a clinician was named to payers.'),
  payers: row('billing_record', 'practice', 'Whom claims went to, and by which terms.'),
  client_billing: row('billing_record', 'client', 'Where bills went.'),
  coverages: row('billing_record', 'client', 'Which insurance held on which day.'),
  authorizations: row('billing_record', 'client', 'Which visits a payer had agreed to.'),
  fees: row('billing_record', 'practice', 'What a service cost on a day.'),
  charges: row('billing_record', 'client', 'What a visit was billed as, and why.'),
  edi_files: row('billing_record', 'practice', 'Which files came and went, and their exact bytes.'),
  claim_batches: row('billing_record', 'practice', 'Which claims left together, under which control numbers.'),
  claims: row('billing_record', 'client', 'What a payer was asked for, and what became of it.'),
  claim_lines: row('billing_record', 'client', 'Which charges a claim was made of.'),
  claim_versions: row('billing_record', 'client', 'What exactly was said to the payer.'),
  claim_sendings: row('billing_record', 'client', 'Where in which file a claim stands.'),
  claim_events: row('billing_record', 'client', 'What happened to a claim, with the file that says so.'),
  remittances: row('billing_record', 'practice', 'What a payer paid, in one sum.'),
  remittance_claims: row('billing_record', 'client', 'What a payer decided about a claim.'),
  remittance_adjustments: row('billing_record', 'practice', 'What a payer moved beside the claims.'),
  client_payments: row('billing_record', 'client', 'What a client paid, to whom, when.'),
  ledger_entries: row('billing_record', 'practice', 'Every event of money.'),
  ledger_lines: row('billing_record', 'client', 'Where every cent is.'),
  idempotency_keys: scratch('Answers a write that comes twice; useless after a day.'),
  preferences: row('operational', 'exempt', 'How someone arranged the screen.'),
  list_views: row('operational', 'exempt', 'What someone keeps of a list under a name.'),
  audit: row('audit', 'practice', 'Who saw and changed what, when, why, from where.'),
} as const satisfies Record<keyof Rows, Registration>;

/** The register: every table of schema `kernel`. */
export const kernelTables = {
  practices: row('schema', 'practice', 'Which practices there are; every row of every practice points here.'),
  people: row('compliance', 'practice', 'Who could sign in, at which front door.'),
  memberships: row('compliance', 'practice', 'Who could act in which practice, in which roles, from when until when.'),
  sessions: row('compliance', 'practice', 'Which sessions the audit speaks of, when they began and ended.'),
  outbox: scratch('What was committed and not yet told; empty when all is well.'),
  rate_limits: scratch('How often something was tried in the current window.'),
  entity_states: row('schema', 'exempt', 'Which event may lead from which state to which.'),
  icd10_codes: row('schema', 'exempt', 'Which diagnosis codes there are; a public file.'),
  unplaced_files: scratch('Which files at a clearinghouse are for nobody here, by fingerprint; gone when they are.'),
  fetched_files: row('schema', 'exempt', 'Which files of clearinghouses were fetched; fingerprints, no names.'),
  backfills: row('schema', 'exempt', 'How far each backfill of each practice has got.'),
  audit_seals: row('audit', 'practice', 'That the audit is as it was written.'),
  migrations: row('schema', 'exempt', 'Which migrations ran, as what, and what the schema was after each.'),
} as const satisfies Readonly<Record<string, Registration>>;

export interface Registered extends Registration {
  /** With its schema: `kept.clients`. */
  readonly name: string;
  readonly tier: Tier;
}

/** Both tiers in one list, as the catalogue query takes it. */
export const register: readonly Registered[] = [
  ...Object.entries<Registration>(practiceTables).map(([table, is]) => registered(`kept.${table}`, 'practice', is)),
  ...Object.entries<Registration>(kernelTables).map(([table, is]) => registered(`kernel.${table}`, 'kernel', is)),
];

function registered(name: string, tier: Tier, is: Registration): Registered {
  return { name, tier, ...is };
}
