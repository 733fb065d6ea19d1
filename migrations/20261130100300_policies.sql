-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy diagnoses 63ae435997699698
revoke all on kept.diagnoses from kept_app, kept_worker;
drop policy if exists app_select on kept.diagnoses;
drop policy if exists app_insert on kept.diagnoses;
drop policy if exists app_update on kept.diagnoses;
grant select on kept.diagnoses to kept_app, kept_worker;
create policy app_select on kept.diagnoses for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor', 'biller', 'service_core', 'service_edi')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.diagnoses to kept_app, kept_worker;
create policy app_insert on kept.diagnoses for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.diagnoses to kept_app, kept_worker;
create policy app_update on kept.diagnoses for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy notes dcc678555f18cdda
revoke all on kept.notes from kept_app, kept_worker;
drop policy if exists app_select on kept.notes;
drop policy if exists app_insert on kept.notes;
drop policy if exists app_update on kept.notes;
grant select on kept.notes to kept_app, kept_worker;
create policy app_select on kept.notes for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.notes to kept_app, kept_worker;
create policy app_insert on kept.notes for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.notes to kept_app, kept_worker;
create policy app_update on kept.notes for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy note_diagnoses c9744faa47851d99
revoke all on kept.note_diagnoses from kept_app, kept_worker;
drop policy if exists app_select on kept.note_diagnoses;
drop policy if exists app_insert on kept.note_diagnoses;
drop policy if exists app_update on kept.note_diagnoses;
grant select on kept.note_diagnoses to kept_app, kept_worker;
create policy app_select on kept.note_diagnoses for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.note_diagnoses to kept_app, kept_worker;
create policy app_insert on kept.note_diagnoses for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy note_amendments 0acce3f46ec77309
revoke all on kept.note_amendments from kept_app, kept_worker;
drop policy if exists app_select on kept.note_amendments;
drop policy if exists app_insert on kept.note_amendments;
drop policy if exists app_update on kept.note_amendments;
grant select on kept.note_amendments to kept_app, kept_worker;
create policy app_select on kept.note_amendments for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.note_amendments to kept_app, kept_worker;
create policy app_insert on kept.note_amendments for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy billing_profiles 9959fdc135212f47
revoke all on kept.billing_profiles from kept_app, kept_worker;
drop policy if exists app_select on kept.billing_profiles;
drop policy if exists app_insert on kept.billing_profiles;
drop policy if exists app_update on kept.billing_profiles;
grant select on kept.billing_profiles to kept_app, kept_worker;
create policy app_select on kept.billing_profiles for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'clinician'))));
grant insert on kept.billing_profiles to kept_app, kept_worker;
create policy app_insert on kept.billing_profiles for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy clinician_billing 14d34082109c1649
revoke all on kept.clinician_billing from kept_app, kept_worker;
drop policy if exists app_select on kept.clinician_billing;
drop policy if exists app_insert on kept.clinician_billing;
drop policy if exists app_update on kept.clinician_billing;
grant select on kept.clinician_billing to kept_app, kept_worker;
create policy app_select on kept.clinician_billing for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'clinician'))));
grant insert on kept.clinician_billing to kept_app, kept_worker;
create policy app_insert on kept.clinician_billing for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.clinician_billing to kept_app, kept_worker;
create policy app_update on kept.clinician_billing for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy payers f63d0c92425c0fc2
revoke all on kept.payers from kept_app, kept_worker;
drop policy if exists app_select on kept.payers;
drop policy if exists app_insert on kept.payers;
drop policy if exists app_update on kept.payers;
grant select on kept.payers to kept_app, kept_worker;
create policy app_select on kept.payers for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media'))));
grant insert on kept.payers to kept_app, kept_worker;
create policy app_insert on kept.payers for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller'))));
grant update on kept.payers to kept_app, kept_worker;
create policy app_update on kept.payers for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller'))));

-- policy client_billing 9e5aa4b3ebb2c5fa
revoke all on kept.client_billing from kept_app, kept_worker;
drop policy if exists app_select on kept.client_billing;
drop policy if exists app_insert on kept.client_billing;
drop policy if exists app_update on kept.client_billing;
grant select on kept.client_billing to kept_app, kept_worker;
create policy app_select on kept.client_billing for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'front_desk')) or ((select authz.has_role('clinician', 'client')) and id in (select unnest(authz.my_client_ids())))));
grant insert on kept.client_billing to kept_app, kept_worker;
create policy app_insert on kept.client_billing for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));
grant update on kept.client_billing to kept_app, kept_worker;
create policy app_update on kept.client_billing for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));

-- policy coverages 78bffe8b5479885c
revoke all on kept.coverages from kept_app, kept_worker;
drop policy if exists app_select on kept.coverages;
drop policy if exists app_insert on kept.coverages;
drop policy if exists app_update on kept.coverages;
grant select on kept.coverages to kept_app, kept_worker;
create policy app_select on kept.coverages for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'front_desk')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.coverages to kept_app, kept_worker;
create policy app_insert on kept.coverages for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));
grant update on kept.coverages to kept_app, kept_worker;
create policy app_update on kept.coverages for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));

-- policy authorizations 13403ae19e25bb88
revoke all on kept.authorizations from kept_app, kept_worker;
drop policy if exists app_select on kept.authorizations;
drop policy if exists app_insert on kept.authorizations;
drop policy if exists app_update on kept.authorizations;
grant select on kept.authorizations to kept_app, kept_worker;
create policy app_select on kept.authorizations for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'front_desk')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.authorizations to kept_app, kept_worker;
create policy app_insert on kept.authorizations for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));
grant update on kept.authorizations to kept_app, kept_worker;
create policy app_update on kept.authorizations for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));

-- policy fees cc26e56516e40636
revoke all on kept.fees from kept_app, kept_worker;
drop policy if exists app_select on kept.fees;
drop policy if exists app_insert on kept.fees;
drop policy if exists app_update on kept.fees;
grant select on kept.fees to kept_app, kept_worker;
create policy app_select on kept.fees for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media'))));
grant insert on kept.fees to kept_app, kept_worker;
create policy app_insert on kept.fees for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller'))));

-- policy charges 1c8abe7f4300f95d
revoke all on kept.charges from kept_app, kept_worker;
drop policy if exists app_select on kept.charges;
drop policy if exists app_insert on kept.charges;
drop policy if exists app_update on kept.charges;
grant select on kept.charges to kept_app, kept_worker;
create policy app_select on kept.charges for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.charges to kept_app, kept_worker;
create policy app_insert on kept.charges for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'service_core')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.charges to kept_app, kept_worker;
create policy app_update on kept.charges for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_core')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_core'))));

-- policy edi_files 5f8fff67ae0c9ffe
revoke all on kept.edi_files from kept_app, kept_worker;
drop policy if exists app_select on kept.edi_files;
drop policy if exists app_insert on kept.edi_files;
drop policy if exists app_update on kept.edi_files;
grant select on kept.edi_files to kept_app, kept_worker;
create policy app_select on kept.edi_files for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.edi_files to kept_app, kept_worker;
create policy app_insert on kept.edi_files for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
grant update on kept.edi_files to kept_app, kept_worker;
create policy app_update on kept.edi_files for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy claim_batches a79f2b6cb444fe55
revoke all on kept.claim_batches from kept_app, kept_worker;
drop policy if exists app_select on kept.claim_batches;
drop policy if exists app_insert on kept.claim_batches;
drop policy if exists app_update on kept.claim_batches;
grant select on kept.claim_batches to kept_app, kept_worker;
create policy app_select on kept.claim_batches for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claim_batches to kept_app, kept_worker;
create policy app_insert on kept.claim_batches for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
grant update on kept.claim_batches to kept_app, kept_worker;
create policy app_update on kept.claim_batches for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy claims 9602f8bf62e3cbda
revoke all on kept.claims from kept_app, kept_worker;
drop policy if exists app_select on kept.claims;
drop policy if exists app_insert on kept.claims;
drop policy if exists app_update on kept.claims;
grant select on kept.claims to kept_app, kept_worker;
create policy app_select on kept.claims for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claims to kept_app, kept_worker;
create policy app_insert on kept.claims for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
grant update on kept.claims to kept_app, kept_worker;
create policy app_update on kept.claims for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy claim_lines 78dcc741e66aea44
revoke all on kept.claim_lines from kept_app, kept_worker;
drop policy if exists app_select on kept.claim_lines;
drop policy if exists app_insert on kept.claim_lines;
drop policy if exists app_update on kept.claim_lines;
grant select on kept.claim_lines to kept_app, kept_worker;
create policy app_select on kept.claim_lines for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claim_lines to kept_app, kept_worker;
create policy app_insert on kept.claim_lines for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy claim_versions b0331adf934322d4
revoke all on kept.claim_versions from kept_app, kept_worker;
drop policy if exists app_select on kept.claim_versions;
drop policy if exists app_insert on kept.claim_versions;
drop policy if exists app_update on kept.claim_versions;
grant select on kept.claim_versions to kept_app, kept_worker;
create policy app_select on kept.claim_versions for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claim_versions to kept_app, kept_worker;
create policy app_insert on kept.claim_versions for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy claim_sendings f023e2e99cb140be
revoke all on kept.claim_sendings from kept_app, kept_worker;
drop policy if exists app_select on kept.claim_sendings;
drop policy if exists app_insert on kept.claim_sendings;
drop policy if exists app_update on kept.claim_sendings;
grant select on kept.claim_sendings to kept_app, kept_worker;
create policy app_select on kept.claim_sendings for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claim_sendings to kept_app, kept_worker;
create policy app_insert on kept.claim_sendings for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy claim_events c9e028c2a76ba897
revoke all on kept.claim_events from kept_app, kept_worker;
drop policy if exists app_select on kept.claim_events;
drop policy if exists app_insert on kept.claim_events;
drop policy if exists app_update on kept.claim_events;
grant select on kept.claim_events to kept_app, kept_worker;
create policy app_select on kept.claim_events for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claim_events to kept_app, kept_worker;
create policy app_insert on kept.claim_events for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy remittances 07244bd40f9088dc
revoke all on kept.remittances from kept_app, kept_worker;
drop policy if exists app_select on kept.remittances;
drop policy if exists app_insert on kept.remittances;
drop policy if exists app_update on kept.remittances;
grant select on kept.remittances to kept_app, kept_worker;
create policy app_select on kept.remittances for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.remittances to kept_app, kept_worker;
create policy app_insert on kept.remittances for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
grant update on kept.remittances to kept_app, kept_worker;
create policy app_update on kept.remittances for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy remittance_claims 9aedab3d21992289
revoke all on kept.remittance_claims from kept_app, kept_worker;
drop policy if exists app_select on kept.remittance_claims;
drop policy if exists app_insert on kept.remittance_claims;
drop policy if exists app_update on kept.remittance_claims;
grant select on kept.remittance_claims to kept_app, kept_worker;
create policy app_select on kept.remittance_claims for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.remittance_claims to kept_app, kept_worker;
create policy app_insert on kept.remittance_claims for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
grant update on kept.remittance_claims to kept_app, kept_worker;
create policy app_update on kept.remittance_claims for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy remittance_adjustments 05694fc3d56b103d
revoke all on kept.remittance_adjustments from kept_app, kept_worker;
drop policy if exists app_select on kept.remittance_adjustments;
drop policy if exists app_insert on kept.remittance_adjustments;
drop policy if exists app_update on kept.remittance_adjustments;
grant select on kept.remittance_adjustments to kept_app, kept_worker;
create policy app_select on kept.remittance_adjustments for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.remittance_adjustments to kept_app, kept_worker;
create policy app_insert on kept.remittance_adjustments for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy client_payments 55fea88698f0d544
revoke all on kept.client_payments from kept_app, kept_worker;
drop policy if exists app_select on kept.client_payments;
drop policy if exists app_insert on kept.client_payments;
drop policy if exists app_update on kept.client_payments;
grant select on kept.client_payments to kept_app, kept_worker;
create policy app_select on kept.client_payments for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'front_desk')) or ((select authz.has_role('client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.client_payments to kept_app, kept_worker;
create policy app_insert on kept.client_payments for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));
grant update on kept.client_payments to kept_app, kept_worker;
create policy app_update on kept.client_payments for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller'))));

-- policy ledger_entries 97ab5545b37d919e
revoke all on kept.ledger_entries from kept_app, kept_worker;
drop policy if exists app_select on kept.ledger_entries;
drop policy if exists app_insert on kept.ledger_entries;
drop policy if exists app_update on kept.ledger_entries;
grant select on kept.ledger_entries to kept_app, kept_worker;
create policy app_select on kept.ledger_entries for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'front_desk'))));
grant insert (practice_id, id, kind, posting_key, day, undoes_id, remittance_id, remittance_claim_id, payment_id, reason, actor_id) on kept.ledger_entries to kept_app, kept_worker;
create policy app_insert on kept.ledger_entries for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'service_edi'))));

-- policy ledger_lines 0f425174584064b8
revoke all on kept.ledger_lines from kept_app, kept_worker;
drop policy if exists app_select on kept.ledger_lines;
drop policy if exists app_insert on kept.ledger_lines;
drop policy if exists app_update on kept.ledger_lines;
grant select on kept.ledger_lines to kept_app, kept_worker;
create policy app_select on kept.ledger_lines for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'front_desk')) or ((select authz.has_role('client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.ledger_lines to kept_app, kept_worker;
create policy app_insert on kept.ledger_lines for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'service_edi'))));
