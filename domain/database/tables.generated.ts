// Written by `npm run generate -- types` from the catalogue of a migrated database. Not edited by hand.
import type { Knex } from 'knex';
import type { AppointmentId, AppointmentTypeId, ClientId, MembershipId, MessageId, PracticeId, RoomId, VisitId, WorkItemId } from '../ids';

/** What an INSERT gives: defaults and nullable columns may be left out, generated ones are. */
type Given<Row, Optional extends keyof Row> = Omit<Row, Optional> & Partial<Pick<Row, Optional>>;

export interface AppointmentTypesRow {
  practice_id: PracticeId;
  id: AppointmentTypeId;
  code: string;
  name: string;
  minutes: number;
  buffer_minutes: number;
  modality: 'office' | 'telehealth';
  ended_at: Date | null;
  version: number;
}

export interface AppointmentsRow {
  practice_id: PracticeId;
  id: AppointmentId;
  client_id: ClientId;
  clinician_id: MembershipId;
  type_id: AppointmentTypeId;
  room_id: RoomId | null;
  modality: 'office' | 'telehealth';
  starts_at: Date;
  ends_at: Date;
  local_start: string;
  zone: string;
  state: string;
  version: number;
  occurrence: number;
  occurrence_at: Date;
  confirmed_at: Date | null;
  cancelled_at: Date | null;
  cancel_kind: 'in_time' | 'late' | null;
  cancel_reason: string | null;
  cancelled_by_client: boolean | null;
  notice_owed: boolean;
  created_at: Date;
  created_by: string;
}

export interface AttestationsRow {
  practice_id: PracticeId;
  id: string;
  visit_id: VisitId;
  client_id: ClientId;
  clinician_id: MembershipId;
  began_at: Date;
  ended_at: Date;
  at: Date;
}

export interface AuditRow {
  practice_id: PracticeId;
  id: string;
  at: Date;
  actor_id: string | null;
  on_behalf_of: string | null;
  session_id: string | null;
  purpose: string;
  act: string;
  route: string | null;
  request_id: string | null;
  address: string | null;
  outcome: 'done' | 'denied' | 'failed';
  code: string | null;
  fields: string[];
  record_ids: string[];
  client_ids: string[];
  tx: string;
}

export interface AuthorizationsRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  coverage_id: string;
  number: string;
  from_day: string;
  until_day: string;
  visits: number | null;
  created_by: string;
  version: number;
}

export interface BillingProfilesRow {
  practice_id: PracticeId;
  id: string;
  from_day: string;
  legal_name: string;
  npi: string;
  tax_id: string;
  taxonomy: string;
  street: string;
  city: string;
  region: string;
  postal_code: string;
  pay_to: unknown | null;
  contact_name: string;
  contact_phone: string;
  sender_id: string;
  sender_qualifier: string;
  receiver_id: string;
  receiver_qualifier: string;
  receiver_name: string;
  test: boolean;
  set_by: string;
}

export interface BlocksRow {
  practice_id: PracticeId;
  id: string;
  resource_id: string;
  kind: 'lunch' | 'meeting' | 'leave' | 'training' | 'personal' | 'holiday' | 'other';
  title: string | null;
  starts_at: Date;
  ends_at: Date;
  ended_at: Date | null;
  created_by: string;
  version: number;
}

export interface BusinessAssociateAgreementsRow {
  practice_id: PracticeId;
  id: string;
  vendor: string;
  services: string[];
  signed_on: string;
  expires_on: string | null;
  ended_at: Date | null;
  recorded_by: string;
  version: number;
}

export interface CareTeamRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  membership_id: MembershipId;
  since: Date;
  ended_at: Date | null;
}

export interface ChargesRow {
  practice_id: PracticeId;
  id: string;
  visit_id: VisitId;
  note_id: string | null;
  client_id: ClientId;
  clinician_id: MembershipId;
  coverage_id: string | null;
  state: string;
  service_day: string;
  code: string;
  modifiers: string[];
  units: number;
  minutes: number | null;
  place_of_service: string;
  cents: number;
  diagnoses: string[];
  line_control: string;
  created_at: Date;
  version: number;
}

export interface ClaimBatchesRow {
  practice_id: PracticeId;
  id: string;
  state: string;
  interchange_control: number;
  group_control: number;
  file_id: string | null;
  ordered_by: string | null;
  created_at: Date;
  sent_at: Date | null;
  version: number;
  attempts: number;
  lease_until: Date | null;
  next_at: Date | null;
  reason: string | null;
}

export interface ClaimDeparturesRow {
  practice_id: PracticeId;
  id: string;
  minute: number | null;
  done_day: string | null;
  version: number;
}

export interface ClaimEventsRow {
  practice_id: PracticeId;
  id: string;
  claim_id: string;
  client_id: ClientId;
  version_no: number;
  kind: string;
  at: Date;
  evidence_key: string;
  file_id: string | null;
  offset_bytes: number | null;
  params: unknown;
  actor_id: string | null;
}

export interface ClaimLinesRow {
  practice_id: PracticeId;
  claim_id: string;
  line_no: number;
  charge_id: string;
  client_id: ClientId;
}

export interface ClaimSendingsRow {
  practice_id: PracticeId;
  batch_id: string;
  claim_id: string;
  version_no: number;
  client_id: ClientId;
  transaction_control: string;
  from_byte: number;
  until_byte: number;
}

export interface ClaimVersionsRow {
  practice_id: PracticeId;
  claim_id: string;
  version_no: number;
  client_id: ClientId;
  frequency: '1' | '7' | '8';
  content: unknown;
  made_by: string;
  made_at: Date;
}

export interface ClaimsRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  coverage_id: string;
  payer_id: string;
  rank: number;
  control_number: string;
  state: string;
  version_no: number;
  payer_control_number: string | null;
  charge_cents: number;
  service_day: string;
  created_at: Date;
  version: number;
}

export interface ClientAccessRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  membership_id: MembershipId;
  relation: 'self' | 'guardian';
  since: Date;
  ended_at: Date | null;
}

export interface ClientBillingRow {
  practice_id: PracticeId;
  id: string;
  sex: 'F' | 'M' | 'U';
  street: string;
  street2: string | null;
  city: string;
  region: string;
  postal_code: string;
  version: number;
}

export interface ClientContactsRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  kind: 'mobile' | 'phone' | 'email';
  value: string;
  digits: string;
  leave_message: boolean;
  ended_at: Date | null;
  version: number;
}

export interface ClientPaymentsRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  visit_id: VisitId | null;
  method: 'cash' | 'check' | 'card' | 'other';
  cents: number;
  reference: string | null;
  taken_at: Date;
  taken_by: string;
  voided_at: Date | null;
  voided_by: string | null;
  version: number;
  again: boolean;
}

export interface ClientsRow {
  practice_id: PracticeId;
  id: ClientId;
  record_number: number;
  first_name: string;
  last_name: string;
  preferred_name: string | null;
  pronouns: string | null;
  birth_date: string;
  zone: string;
  language: 'en' | 'es';
  state: string;
  search_text: string;
  created_at: Date;
  created_by: string;
  version: number;
}

export interface ClinicianBillingRow {
  practice_id: PracticeId;
  id: string;
  first_name: string;
  last_name: string;
  npi: string;
  taxonomy: string;
  supervisor_id: string | null;
  version: number;
}

export interface ClinicianHoursRow {
  practice_id: PracticeId;
  id: string;
  clinician_id: MembershipId;
  weekday: number;
  from_minute: number;
  until_minute: number;
  ended_at: Date | null;
}

export interface CountersRow {
  practice_id: PracticeId;
  kind: string;
  next: number;
}

export interface CoveragesRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  payer_id: string;
  rank: number;
  member_id: string;
  group_number: string | null;
  plan_name: string | null;
  relationship: '18' | '01' | '19' | '20' | '21' | '39' | '40' | '53' | 'G8';
  subscriber: unknown | null;
  copay_cents: number | null;
  assigned: boolean;
  from_day: string;
  until_day: string | null;
  created_by: string;
  created_at: Date;
  version: number;
}

export interface DiagnosesRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  code: string;
  rank: number;
  from_day: string;
  until_day: string | null;
  noted_by: string;
  noted_at: Date;
  ended_by: string | null;
  version: number;
}

export interface EdiFilesRow {
  practice_id: PracticeId;
  id: string;
  direction: 'in' | 'out';
  kind: '835' | '837' | '999' | '277' | 'TA1' | '271' | '277CA' | 'report' | null;
  name: string;
  sha256: Buffer;
  bytes: number;
  storage_key: string;
  came_by: 'upload' | 'clearinghouse' | 'command' | 'kept';
  state: string;
  reason: string | null;
  ordered_by: string | null;
  at: Date;
  version: number;
}

export interface FeesRow {
  practice_id: PracticeId;
  id: string;
  payer_id: string | null;
  code: string;
  cents: number;
  from_day: string;
  set_by: string;
}

export interface IdempotencyKeysRow {
  practice_id: PracticeId;
  membership_id: MembershipId;
  key: string;
  request_hash: Buffer;
  status: number | null;
  ref_id: string | null;
  at: Date;
}

export interface LedgerEntriesRow {
  practice_id: PracticeId;
  id: string;
  kind: 'charge' | 'charge_void' | 'remittance' | 'remittance_claim' | 'provider_adjustment' | 'client_payment' | 'client_payment_void' | 'write_off' | 'transfer' | 'undo';
  posting_key: string;
  day: string;
  at: Date;
  undoes_id: string | null;
  remittance_id: string | null;
  remittance_claim_id: string | null;
  payment_id: string | null;
  reason: string | null;
  actor_id: string;
  tx: string;
}

export interface LedgerLinesRow {
  practice_id: PracticeId;
  entry_id: string;
  line_no: number;
  account: 'insurer' | 'client' | 'contractual' | 'denial' | 'write_off' | 'unapplied' | 'payer_balance' | 'cash' | 'revenue';
  cents: number;
  client_id: ClientId | null;
  claim_id: string | null;
  charge_id: string | null;
  payer_id: string | null;
  reason: string | null;
}

export interface ListViewsRow {
  practice_id: PracticeId;
  id: string;
  membership_id: MembershipId;
  list: 'clients' | 'messages' | 'work' | 'claims' | 'remittances' | 'balances' | 'charges';
  name: string;
  arrangement: unknown;
  made_at: Date;
  removed_at: Date | null;
  version: number;
}

export interface MessageConsentsRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  channel: 'sms' | 'email' | 'voice';
  granted_at: Date;
  source: 'front_desk' | 'portal' | 'import';
  granted_by: string;
  revoked_at: Date | null;
  revoked_source: 'front_desk' | 'portal' | 'stop_reply' | null;
}

export interface MessagesRow {
  practice_id: PracticeId;
  id: MessageId;
  client_id: ClientId;
  appointment_id: AppointmentId | null;
  occurrence: number;
  kind: string;
  channel: 'sms' | 'email';
  state: string;
  to_address: string | null;
  subject: string | null;
  body: string | null;
  send_no: number;
  attempts: number;
  claimed_at: Date | null;
  lease_until: Date | null;
  next_at: Date | null;
  vendor: string | null;
  vendor_id: string | null;
  reason: string | null;
  ordered_by: string | null;
  settled_at: Date | null;
  delivered_at: Date | null;
  failed_at: Date | null;
  created_at: Date;
  version: number;
}

export interface NextStepsRow {
  practice_id: PracticeId;
  id: string;
  entity: string;
  client_id: ClientId | null;
  wanted_version: number;
  wanted_at: Date;
  planned_version: number;
  planned_at: Date | null;
  kind: 'unplanned' | 'step' | 'nothing_more';
  step: string | null;
  occurrence: number | null;
  due_at: Date | null;
  params: unknown;
  tries: number;
  paused_until: Date | null;
  hurried_step: string | null;
  hurried_occurrence: number | null;
  ordered_by: string | null;
}

export interface NoteAmendmentsRow {
  practice_id: PracticeId;
  id: string;
  note_id: string;
  client_id: ClientId;
  author_id: string;
  body: string;
  at: Date;
}

export interface NoteDiagnosesRow {
  practice_id: PracticeId;
  note_id: string;
  rank: number;
  client_id: ClientId;
  code: string;
}

export interface NotesRow {
  practice_id: PracticeId;
  id: string;
  visit_id: VisitId;
  client_id: ClientId;
  author_id: string;
  state: string;
  subjective: string;
  objective: string;
  assessment: string;
  plan: string;
  began_at: Date | null;
  ended_at: Date | null;
  signed_at: Date | null;
  created_at: Date;
  version: number;
  written_at: Date | null;
}

export interface PayersRow {
  practice_id: PracticeId;
  id: string;
  name: string;
  payer_id: string;
  filing_indicator: string;
  telehealth_place: '02' | '10';
  telehealth_modifier: '95' | 'GT' | '93' | null;
  filing_days: number;
  correction_days: number;
  appeal_days: number;
  adjudication_days: number;
  ended_at: Date | null;
  version: number;
}

export interface PracticePoliciesRow {
  practice_id: PracticeId;
  id: string;
  effective_from: Date;
  change_free_hours: number;
  missing_grace_minutes: number;
  quiet_from_minute: number;
  quiet_until_minute: number;
  reminders: unknown;
  set_by: string;
  note_grace_hours: number;
}

export interface PracticeProfilesRow {
  practice_id: PracticeId;
  id: string;
  name: string;
  zone: string;
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  postal_code: string | null;
  version: number;
}

export interface PreferencesRow {
  practice_id: PracticeId;
  membership_id: MembershipId;
  key: string;
  value: unknown;
}

export interface RemittanceAdjustmentsRow {
  practice_id: PracticeId;
  remittance_id: string;
  ordinal: number;
  code: string;
  reference: string | null;
  cents: number;
  offset_bytes: number;
}

export interface RemittanceClaimsRow {
  practice_id: PracticeId;
  id: string;
  remittance_id: string;
  ordinal: number;
  state: string;
  control_number: string;
  payer_control_number: string | null;
  status: string;
  charge_cents: number;
  paid_cents: number;
  patient_cents: number;
  sequence: number;
  reverses_id: string | null;
  offset_bytes: number;
  until_byte: number;
  content: unknown;
  claim_id: string | null;
  candidate_id: string | null;
  client_id: ClientId | null;
  reason: string | null;
  resolved_by: string | null;
  version: number;
}

export interface RemittancesRow {
  practice_id: PracticeId;
  id: string;
  file_id: string;
  ordinal: number;
  state: string;
  trace_number: string;
  trace_key: string;
  payer_name: string;
  payer_identifier: string | null;
  payee_npi: string | null;
  method: string;
  handling: string;
  paid_cents: number;
  claims: number;
  paid_on: string | null;
  offset_bytes: number;
  content_hash: Buffer;
  reason: string | null;
  posted_at: Date | null;
  undone_at: Date | null;
  version: number;
}

export interface RoomsRow {
  practice_id: PracticeId;
  id: RoomId;
  name: string;
  ended_at: Date | null;
  version: number;
}

export interface StaffRow {
  practice_id: PracticeId;
  id: MembershipId;
  display_name: string;
  short_name: string;
  credentials: string | null;
  is_clinician: boolean;
  colour: number;
  ended_at: Date | null;
  version: number;
}

export interface TimeHoldsRow {
  practice_id: PracticeId;
  id: string;
  resource_id: string;
  lane: number;
  during: string;
  appointment_id: AppointmentId | null;
  block_id: string | null;
  client_id: ClientId | null;
  released_at: Date | null;
}

export interface TimelineRow {
  practice_id: PracticeId;
  id: string;
  at: Date;
  entity: string;
  ref_id: string;
  client_id: ClientId | null;
  code: string;
  params: unknown;
  actor_id: string | null;
  rule: string | null;
  evidence_kind: string | null;
  evidence_id: string | null;
}

export interface VisitsRow {
  practice_id: PracticeId;
  id: VisitId;
  appointment_id: AppointmentId;
  client_id: ClientId;
  clinician_id: MembershipId;
  modality: 'office' | 'telehealth';
  state: string;
  arrived_at: Date;
  seen_at: Date | null;
  began_at: Date | null;
  ended_at: Date | null;
  checked_out_at: Date | null;
  times_assumed: boolean;
  checked_in_by: string;
  version: number;
}

export interface WorkItemsRow {
  practice_id: PracticeId;
  id: WorkItemId;
  cause: string;
  entity: string;
  ref_id: string;
  client_id: ClientId | null;
  state: string;
  queue: 'front_desk' | 'clinician' | 'billing' | 'practice';
  owner_id: string | null;
  due_at: Date | null;
  params: unknown;
  opened_at: Date;
  closed_at: Date | null;
  closed_by: string | null;
  resolution: string | null;
  version: number;
}

/** The row of each practice table, as it is read. */
export interface Rows {
  appointment_types: AppointmentTypesRow;
  appointments: AppointmentsRow;
  attestations: AttestationsRow;
  audit: AuditRow;
  authorizations: AuthorizationsRow;
  billing_profiles: BillingProfilesRow;
  blocks: BlocksRow;
  business_associate_agreements: BusinessAssociateAgreementsRow;
  care_team: CareTeamRow;
  charges: ChargesRow;
  claim_batches: ClaimBatchesRow;
  claim_departures: ClaimDeparturesRow;
  claim_events: ClaimEventsRow;
  claim_lines: ClaimLinesRow;
  claim_sendings: ClaimSendingsRow;
  claim_versions: ClaimVersionsRow;
  claims: ClaimsRow;
  client_access: ClientAccessRow;
  client_billing: ClientBillingRow;
  client_contacts: ClientContactsRow;
  client_payments: ClientPaymentsRow;
  clients: ClientsRow;
  clinician_billing: ClinicianBillingRow;
  clinician_hours: ClinicianHoursRow;
  counters: CountersRow;
  coverages: CoveragesRow;
  diagnoses: DiagnosesRow;
  edi_files: EdiFilesRow;
  fees: FeesRow;
  idempotency_keys: IdempotencyKeysRow;
  ledger_entries: LedgerEntriesRow;
  ledger_lines: LedgerLinesRow;
  list_views: ListViewsRow;
  message_consents: MessageConsentsRow;
  messages: MessagesRow;
  next_steps: NextStepsRow;
  note_amendments: NoteAmendmentsRow;
  note_diagnoses: NoteDiagnosesRow;
  notes: NotesRow;
  payers: PayersRow;
  practice_policies: PracticePoliciesRow;
  practice_profiles: PracticeProfilesRow;
  preferences: PreferencesRow;
  remittance_adjustments: RemittanceAdjustmentsRow;
  remittance_claims: RemittanceClaimsRow;
  remittances: RemittancesRow;
  rooms: RoomsRow;
  staff: StaffRow;
  time_holds: TimeHoldsRow;
  timeline: TimelineRow;
  visits: VisitsRow;
  work_items: WorkItemsRow;
}

declare module 'knex/types/tables' {
  interface Tables {
    appointment_types: Knex.CompositeTableType<AppointmentTypesRow, Given<AppointmentTypesRow, 'buffer_minutes' | 'ended_at' | 'version'>, Partial<AppointmentTypesRow>>;
    appointments: Knex.CompositeTableType<AppointmentsRow, Given<AppointmentsRow, 'room_id' | 'version' | 'occurrence' | 'occurrence_at' | 'confirmed_at' | 'cancelled_at' | 'cancel_kind' | 'cancel_reason' | 'cancelled_by_client' | 'notice_owed' | 'created_at'>, Partial<AppointmentsRow>>;
    attestations: Knex.CompositeTableType<AttestationsRow, Given<AttestationsRow, never>, Partial<AttestationsRow>>;
    audit: Knex.CompositeTableType<AuditRow, Given<AuditRow, 'at' | 'actor_id' | 'on_behalf_of' | 'session_id' | 'route' | 'request_id' | 'address' | 'code' | 'fields' | 'record_ids' | 'client_ids' | 'tx'>, Partial<AuditRow>>;
    authorizations: Knex.CompositeTableType<AuthorizationsRow, Given<AuthorizationsRow, 'visits' | 'version'>, Partial<AuthorizationsRow>>;
    billing_profiles: Knex.CompositeTableType<BillingProfilesRow, Given<BillingProfilesRow, 'pay_to' | 'sender_qualifier' | 'receiver_qualifier' | 'test'>, Partial<BillingProfilesRow>>;
    blocks: Knex.CompositeTableType<BlocksRow, Given<BlocksRow, 'title' | 'ended_at' | 'version'>, Partial<BlocksRow>>;
    business_associate_agreements: Knex.CompositeTableType<BusinessAssociateAgreementsRow, Given<BusinessAssociateAgreementsRow, 'expires_on' | 'ended_at' | 'version'>, Partial<BusinessAssociateAgreementsRow>>;
    care_team: Knex.CompositeTableType<CareTeamRow, Given<CareTeamRow, 'ended_at'>, Partial<CareTeamRow>>;
    charges: Knex.CompositeTableType<ChargesRow, Given<ChargesRow, 'note_id' | 'coverage_id' | 'modifiers' | 'units' | 'minutes' | 'created_at' | 'version'>, Partial<ChargesRow>>;
    claim_batches: Knex.CompositeTableType<ClaimBatchesRow, Given<ClaimBatchesRow, 'file_id' | 'ordered_by' | 'created_at' | 'sent_at' | 'version' | 'attempts' | 'lease_until' | 'next_at' | 'reason'>, Partial<ClaimBatchesRow>>;
    claim_departures: Knex.CompositeTableType<ClaimDeparturesRow, Given<ClaimDeparturesRow, 'minute' | 'done_day' | 'version'>, Partial<ClaimDeparturesRow>>;
    claim_events: Knex.CompositeTableType<ClaimEventsRow, Given<ClaimEventsRow, 'at' | 'file_id' | 'offset_bytes' | 'params' | 'actor_id'>, Partial<ClaimEventsRow>>;
    claim_lines: Knex.CompositeTableType<ClaimLinesRow, Given<ClaimLinesRow, never>, Partial<ClaimLinesRow>>;
    claim_sendings: Knex.CompositeTableType<ClaimSendingsRow, Given<ClaimSendingsRow, never>, Partial<ClaimSendingsRow>>;
    claim_versions: Knex.CompositeTableType<ClaimVersionsRow, Given<ClaimVersionsRow, 'made_at'>, Partial<ClaimVersionsRow>>;
    claims: Knex.CompositeTableType<ClaimsRow, Given<ClaimsRow, 'version_no' | 'payer_control_number' | 'created_at' | 'version'>, Partial<ClaimsRow>>;
    client_access: Knex.CompositeTableType<ClientAccessRow, Given<ClientAccessRow, 'ended_at'>, Partial<ClientAccessRow>>;
    client_billing: Knex.CompositeTableType<ClientBillingRow, Given<ClientBillingRow, 'street2' | 'version'>, Partial<ClientBillingRow>>;
    client_contacts: Knex.CompositeTableType<ClientContactsRow, Given<ClientContactsRow, 'digits' | 'leave_message' | 'ended_at' | 'version'>, Partial<ClientContactsRow>>;
    client_payments: Knex.CompositeTableType<ClientPaymentsRow, Given<ClientPaymentsRow, 'visit_id' | 'reference' | 'voided_at' | 'voided_by' | 'version' | 'again'>, Partial<ClientPaymentsRow>>;
    clients: Knex.CompositeTableType<ClientsRow, Given<ClientsRow, 'preferred_name' | 'pronouns' | 'language' | 'search_text' | 'created_at' | 'version'>, Partial<ClientsRow>>;
    clinician_billing: Knex.CompositeTableType<ClinicianBillingRow, Given<ClinicianBillingRow, 'supervisor_id' | 'version'>, Partial<ClinicianBillingRow>>;
    clinician_hours: Knex.CompositeTableType<ClinicianHoursRow, Given<ClinicianHoursRow, 'ended_at'>, Partial<ClinicianHoursRow>>;
    counters: Knex.CompositeTableType<CountersRow, Given<CountersRow, never>, Partial<CountersRow>>;
    coverages: Knex.CompositeTableType<CoveragesRow, Given<CoveragesRow, 'group_number' | 'plan_name' | 'subscriber' | 'copay_cents' | 'assigned' | 'until_day' | 'created_at' | 'version'>, Partial<CoveragesRow>>;
    diagnoses: Knex.CompositeTableType<DiagnosesRow, Given<DiagnosesRow, 'until_day' | 'noted_at' | 'ended_by' | 'version'>, Partial<DiagnosesRow>>;
    edi_files: Knex.CompositeTableType<EdiFilesRow, Given<EdiFilesRow, 'kind' | 'reason' | 'ordered_by' | 'at' | 'version'>, Partial<EdiFilesRow>>;
    fees: Knex.CompositeTableType<FeesRow, Given<FeesRow, 'payer_id'>, Partial<FeesRow>>;
    idempotency_keys: Knex.CompositeTableType<IdempotencyKeysRow, Given<IdempotencyKeysRow, 'status' | 'ref_id' | 'at'>, Partial<IdempotencyKeysRow>>;
    ledger_entries: Knex.CompositeTableType<LedgerEntriesRow, Given<LedgerEntriesRow, 'at' | 'undoes_id' | 'remittance_id' | 'remittance_claim_id' | 'payment_id' | 'reason' | 'tx'>, Partial<LedgerEntriesRow>>;
    ledger_lines: Knex.CompositeTableType<LedgerLinesRow, Given<LedgerLinesRow, 'client_id' | 'claim_id' | 'charge_id' | 'payer_id' | 'reason'>, Partial<LedgerLinesRow>>;
    list_views: Knex.CompositeTableType<ListViewsRow, Given<ListViewsRow, 'removed_at' | 'version'>, Partial<ListViewsRow>>;
    message_consents: Knex.CompositeTableType<MessageConsentsRow, Given<MessageConsentsRow, 'revoked_at' | 'revoked_source'>, Partial<MessageConsentsRow>>;
    messages: Knex.CompositeTableType<MessagesRow, Given<MessagesRow, 'appointment_id' | 'to_address' | 'subject' | 'body' | 'send_no' | 'attempts' | 'claimed_at' | 'lease_until' | 'next_at' | 'vendor' | 'vendor_id' | 'reason' | 'ordered_by' | 'settled_at' | 'delivered_at' | 'failed_at' | 'created_at' | 'version'>, Partial<MessagesRow>>;
    next_steps: Knex.CompositeTableType<NextStepsRow, Given<NextStepsRow, 'client_id' | 'wanted_at' | 'planned_version' | 'planned_at' | 'kind' | 'step' | 'occurrence' | 'due_at' | 'params' | 'tries' | 'paused_until' | 'hurried_step' | 'hurried_occurrence' | 'ordered_by'>, Partial<NextStepsRow>>;
    note_amendments: Knex.CompositeTableType<NoteAmendmentsRow, Given<NoteAmendmentsRow, 'at'>, Partial<NoteAmendmentsRow>>;
    note_diagnoses: Knex.CompositeTableType<NoteDiagnosesRow, Given<NoteDiagnosesRow, never>, Partial<NoteDiagnosesRow>>;
    notes: Knex.CompositeTableType<NotesRow, Given<NotesRow, 'subjective' | 'objective' | 'assessment' | 'plan' | 'began_at' | 'ended_at' | 'signed_at' | 'created_at' | 'version' | 'written_at'>, Partial<NotesRow>>;
    payers: Knex.CompositeTableType<PayersRow, Given<PayersRow, 'telehealth_place' | 'telehealth_modifier' | 'adjudication_days' | 'ended_at' | 'version'>, Partial<PayersRow>>;
    practice_policies: Knex.CompositeTableType<PracticePoliciesRow, Given<PracticePoliciesRow, 'note_grace_hours'>, Partial<PracticePoliciesRow>>;
    practice_profiles: Knex.CompositeTableType<PracticeProfilesRow, Given<PracticeProfilesRow, 'phone' | 'street' | 'city' | 'region' | 'postal_code' | 'version'>, Partial<PracticeProfilesRow>>;
    preferences: Knex.CompositeTableType<PreferencesRow, Given<PreferencesRow, never>, Partial<PreferencesRow>>;
    remittance_adjustments: Knex.CompositeTableType<RemittanceAdjustmentsRow, Given<RemittanceAdjustmentsRow, 'reference'>, Partial<RemittanceAdjustmentsRow>>;
    remittance_claims: Knex.CompositeTableType<RemittanceClaimsRow, Given<RemittanceClaimsRow, 'payer_control_number' | 'sequence' | 'reverses_id' | 'claim_id' | 'candidate_id' | 'client_id' | 'reason' | 'resolved_by' | 'version'>, Partial<RemittanceClaimsRow>>;
    remittances: Knex.CompositeTableType<RemittancesRow, Given<RemittancesRow, 'payer_identifier' | 'payee_npi' | 'claims' | 'paid_on' | 'reason' | 'posted_at' | 'undone_at' | 'version'>, Partial<RemittancesRow>>;
    rooms: Knex.CompositeTableType<RoomsRow, Given<RoomsRow, 'ended_at' | 'version'>, Partial<RoomsRow>>;
    staff: Knex.CompositeTableType<StaffRow, Given<StaffRow, 'credentials' | 'colour' | 'ended_at' | 'version'>, Partial<StaffRow>>;
    time_holds: Knex.CompositeTableType<TimeHoldsRow, Given<TimeHoldsRow, 'lane' | 'appointment_id' | 'block_id' | 'client_id' | 'released_at'>, Partial<TimeHoldsRow>>;
    timeline: Knex.CompositeTableType<TimelineRow, Given<TimelineRow, 'client_id' | 'params' | 'actor_id' | 'rule' | 'evidence_kind' | 'evidence_id'>, Partial<TimelineRow>>;
    visits: Knex.CompositeTableType<VisitsRow, Given<VisitsRow, 'seen_at' | 'began_at' | 'ended_at' | 'checked_out_at' | 'times_assumed' | 'version'>, Partial<VisitsRow>>;
    work_items: Knex.CompositeTableType<WorkItemsRow, Given<WorkItemsRow, 'client_id' | 'owner_id' | 'due_at' | 'params' | 'closed_at' | 'closed_by' | 'resolution' | 'version'>, Partial<WorkItemsRow>>;
  }
}
