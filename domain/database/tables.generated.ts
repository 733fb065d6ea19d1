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

export interface ClientAccessRow {
  practice_id: PracticeId;
  id: string;
  client_id: ClientId;
  membership_id: MembershipId;
  relation: 'self' | 'guardian';
  since: Date;
  ended_at: Date | null;
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

export interface IdempotencyKeysRow {
  practice_id: PracticeId;
  membership_id: MembershipId;
  key: string;
  request_hash: Buffer;
  status: number | null;
  ref_id: string | null;
  at: Date;
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
  audit: AuditRow;
  blocks: BlocksRow;
  business_associate_agreements: BusinessAssociateAgreementsRow;
  care_team: CareTeamRow;
  client_access: ClientAccessRow;
  client_contacts: ClientContactsRow;
  clients: ClientsRow;
  clinician_hours: ClinicianHoursRow;
  counters: CountersRow;
  idempotency_keys: IdempotencyKeysRow;
  message_consents: MessageConsentsRow;
  messages: MessagesRow;
  next_steps: NextStepsRow;
  practice_policies: PracticePoliciesRow;
  practice_profiles: PracticeProfilesRow;
  preferences: PreferencesRow;
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
    audit: Knex.CompositeTableType<AuditRow, Given<AuditRow, 'at' | 'actor_id' | 'on_behalf_of' | 'session_id' | 'route' | 'request_id' | 'address' | 'code' | 'fields' | 'record_ids' | 'client_ids' | 'tx'>, Partial<AuditRow>>;
    blocks: Knex.CompositeTableType<BlocksRow, Given<BlocksRow, 'title' | 'ended_at' | 'version'>, Partial<BlocksRow>>;
    business_associate_agreements: Knex.CompositeTableType<BusinessAssociateAgreementsRow, Given<BusinessAssociateAgreementsRow, 'expires_on' | 'ended_at' | 'version'>, Partial<BusinessAssociateAgreementsRow>>;
    care_team: Knex.CompositeTableType<CareTeamRow, Given<CareTeamRow, 'ended_at'>, Partial<CareTeamRow>>;
    client_access: Knex.CompositeTableType<ClientAccessRow, Given<ClientAccessRow, 'ended_at'>, Partial<ClientAccessRow>>;
    client_contacts: Knex.CompositeTableType<ClientContactsRow, Given<ClientContactsRow, 'digits' | 'leave_message' | 'ended_at' | 'version'>, Partial<ClientContactsRow>>;
    clients: Knex.CompositeTableType<ClientsRow, Given<ClientsRow, 'preferred_name' | 'pronouns' | 'language' | 'search_text' | 'created_at' | 'version'>, Partial<ClientsRow>>;
    clinician_hours: Knex.CompositeTableType<ClinicianHoursRow, Given<ClinicianHoursRow, 'ended_at'>, Partial<ClinicianHoursRow>>;
    counters: Knex.CompositeTableType<CountersRow, Given<CountersRow, never>, Partial<CountersRow>>;
    idempotency_keys: Knex.CompositeTableType<IdempotencyKeysRow, Given<IdempotencyKeysRow, 'status' | 'ref_id' | 'at'>, Partial<IdempotencyKeysRow>>;
    message_consents: Knex.CompositeTableType<MessageConsentsRow, Given<MessageConsentsRow, 'revoked_at' | 'revoked_source'>, Partial<MessageConsentsRow>>;
    messages: Knex.CompositeTableType<MessagesRow, Given<MessagesRow, 'appointment_id' | 'to_address' | 'subject' | 'body' | 'send_no' | 'attempts' | 'claimed_at' | 'lease_until' | 'next_at' | 'vendor' | 'vendor_id' | 'reason' | 'ordered_by' | 'settled_at' | 'delivered_at' | 'failed_at' | 'created_at' | 'version'>, Partial<MessagesRow>>;
    next_steps: Knex.CompositeTableType<NextStepsRow, Given<NextStepsRow, 'client_id' | 'wanted_at' | 'planned_version' | 'planned_at' | 'kind' | 'step' | 'occurrence' | 'due_at' | 'params' | 'tries' | 'paused_until' | 'hurried_step' | 'hurried_occurrence' | 'ordered_by'>, Partial<NextStepsRow>>;
    practice_policies: Knex.CompositeTableType<PracticePoliciesRow, Given<PracticePoliciesRow, never>, Partial<PracticePoliciesRow>>;
    practice_profiles: Knex.CompositeTableType<PracticeProfilesRow, Given<PracticeProfilesRow, 'phone' | 'street' | 'city' | 'region' | 'postal_code' | 'version'>, Partial<PracticeProfilesRow>>;
    preferences: Knex.CompositeTableType<PreferencesRow, Given<PreferencesRow, never>, Partial<PreferencesRow>>;
    rooms: Knex.CompositeTableType<RoomsRow, Given<RoomsRow, 'ended_at' | 'version'>, Partial<RoomsRow>>;
    staff: Knex.CompositeTableType<StaffRow, Given<StaffRow, 'credentials' | 'colour' | 'ended_at' | 'version'>, Partial<StaffRow>>;
    time_holds: Knex.CompositeTableType<TimeHoldsRow, Given<TimeHoldsRow, 'lane' | 'appointment_id' | 'block_id' | 'client_id' | 'released_at'>, Partial<TimeHoldsRow>>;
    timeline: Knex.CompositeTableType<TimelineRow, Given<TimelineRow, 'client_id' | 'params' | 'actor_id' | 'rule' | 'evidence_kind' | 'evidence_id'>, Partial<TimelineRow>>;
    visits: Knex.CompositeTableType<VisitsRow, Given<VisitsRow, 'seen_at' | 'began_at' | 'ended_at' | 'checked_out_at' | 'times_assumed' | 'version'>, Partial<VisitsRow>>;
    work_items: Knex.CompositeTableType<WorkItemsRow, Given<WorkItemsRow, 'client_id' | 'owner_id' | 'due_at' | 'params' | 'closed_at' | 'closed_by' | 'resolution' | 'version'>, Partial<WorkItemsRow>>;
  }
}
