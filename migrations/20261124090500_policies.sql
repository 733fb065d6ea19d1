-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy practice_profiles 2efe8f90e89e3836
revoke all on kept.practice_profiles from kept_app, kept_worker;
drop policy if exists app_select on kept.practice_profiles;
drop policy if exists app_insert on kept.practice_profiles;
drop policy if exists app_update on kept.practice_profiles;
grant select on kept.practice_profiles to kept_app, kept_worker;
create policy app_select on kept.practice_profiles for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal'))));
grant insert on kept.practice_profiles to kept_app, kept_worker;
create policy app_insert on kept.practice_profiles for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.practice_profiles to kept_app, kept_worker;
create policy app_update on kept.practice_profiles for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy practice_policies 51799b400eabbe85
revoke all on kept.practice_policies from kept_app, kept_worker;
drop policy if exists app_select on kept.practice_policies;
drop policy if exists app_insert on kept.practice_policies;
drop policy if exists app_update on kept.practice_policies;
grant select on kept.practice_policies to kept_app, kept_worker;
create policy app_select on kept.practice_policies for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal'))));
grant insert on kept.practice_policies to kept_app, kept_worker;
create policy app_insert on kept.practice_policies for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy staff 8bf15f09f52ad17b
revoke all on kept.staff from kept_app, kept_worker;
drop policy if exists app_select on kept.staff;
drop policy if exists app_insert on kept.staff;
drop policy if exists app_update on kept.staff;
grant select on kept.staff to kept_app, kept_worker;
create policy app_select on kept.staff for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal'))));
grant insert on kept.staff to kept_app, kept_worker;
create policy app_insert on kept.staff for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.staff to kept_app, kept_worker;
create policy app_update on kept.staff for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy rooms faab063fbeabb556
revoke all on kept.rooms from kept_app, kept_worker;
drop policy if exists app_select on kept.rooms;
drop policy if exists app_insert on kept.rooms;
drop policy if exists app_update on kept.rooms;
grant select on kept.rooms to kept_app, kept_worker;
create policy app_select on kept.rooms for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media'))));
grant insert on kept.rooms to kept_app, kept_worker;
create policy app_insert on kept.rooms for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.rooms to kept_app, kept_worker;
create policy app_update on kept.rooms for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy clinician_hours c4a0c8de9628bf68
revoke all on kept.clinician_hours from kept_app, kept_worker;
drop policy if exists app_select on kept.clinician_hours;
drop policy if exists app_insert on kept.clinician_hours;
drop policy if exists app_update on kept.clinician_hours;
grant select on kept.clinician_hours to kept_app, kept_worker;
create policy app_select on kept.clinician_hours for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal'))));
grant insert on kept.clinician_hours to kept_app, kept_worker;
create policy app_insert on kept.clinician_hours for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.clinician_hours to kept_app, kept_worker;
create policy app_update on kept.clinician_hours for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy appointment_types 72378c05d8412169
revoke all on kept.appointment_types from kept_app, kept_worker;
drop policy if exists app_select on kept.appointment_types;
drop policy if exists app_insert on kept.appointment_types;
drop policy if exists app_update on kept.appointment_types;
grant select on kept.appointment_types to kept_app, kept_worker;
create policy app_select on kept.appointment_types for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal'))));
grant insert on kept.appointment_types to kept_app, kept_worker;
create policy app_insert on kept.appointment_types for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.appointment_types to kept_app, kept_worker;
create policy app_update on kept.appointment_types for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy business_associate_agreements 37325b3ce3c0915b
revoke all on kept.business_associate_agreements from kept_app, kept_worker;
drop policy if exists app_select on kept.business_associate_agreements;
drop policy if exists app_insert on kept.business_associate_agreements;
drop policy if exists app_update on kept.business_associate_agreements;
grant select on kept.business_associate_agreements to kept_app, kept_worker;
create policy app_select on kept.business_associate_agreements for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media'))));
grant insert on kept.business_associate_agreements to kept_app, kept_worker;
create policy app_insert on kept.business_associate_agreements for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));
grant update on kept.business_associate_agreements to kept_app, kept_worker;
create policy app_update on kept.business_associate_agreements for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator'))));

-- policy clients 01458b7c32968a6e
revoke all on kept.clients from kept_app, kept_worker;
drop policy if exists app_select on kept.clients;
drop policy if exists app_insert on kept.clients;
drop policy if exists app_update on kept.clients;
grant select on kept.clients to kept_app, kept_worker;
create policy app_select on kept.clients for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) or ((select authz.has_role('clinician', 'client')) and id in (select unnest(authz.my_client_ids())))));
grant insert on kept.clients to kept_app, kept_worker;
create policy app_insert on kept.clients for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));
grant update on kept.clients to kept_app, kept_worker;
create policy app_update on kept.clients for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));

-- policy client_contacts 02717b137961f0d2
revoke all on kept.client_contacts from kept_app, kept_worker;
drop policy if exists app_select on kept.client_contacts;
drop policy if exists app_insert on kept.client_contacts;
drop policy if exists app_update on kept.client_contacts;
grant select on kept.client_contacts to kept_app, kept_worker;
create policy app_select on kept.client_contacts for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.client_contacts to kept_app, kept_worker;
create policy app_insert on kept.client_contacts for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));
grant update on kept.client_contacts to kept_app, kept_worker;
create policy app_update on kept.client_contacts for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));

-- policy message_consents 35f3871a44390b59
revoke all on kept.message_consents from kept_app, kept_worker;
drop policy if exists app_select on kept.message_consents;
drop policy if exists app_insert on kept.message_consents;
drop policy if exists app_update on kept.message_consents;
grant select on kept.message_consents to kept_app, kept_worker;
create policy app_select on kept.message_consents for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.message_consents to kept_app, kept_worker;
create policy app_insert on kept.message_consents for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));
grant update on kept.message_consents to kept_app, kept_worker;
create policy app_update on kept.message_consents for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));

-- policy care_team 44bdf319393ee33b
revoke all on kept.care_team from kept_app, kept_worker;
drop policy if exists app_select on kept.care_team;
drop policy if exists app_insert on kept.care_team;
drop policy if exists app_update on kept.care_team;
grant select on kept.care_team to kept_app, kept_worker;
create policy app_select on kept.care_team for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media'))));
grant insert on kept.care_team to kept_app, kept_worker;
create policy app_insert on kept.care_team for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));
grant update on kept.care_team to kept_app, kept_worker;
create policy app_update on kept.care_team for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));

-- policy client_access e56c555dde89d5b9
revoke all on kept.client_access from kept_app, kept_worker;
drop policy if exists app_select on kept.client_access;
drop policy if exists app_insert on kept.client_access;
drop policy if exists app_update on kept.client_access;
grant select on kept.client_access to kept_app, kept_worker;
create policy app_select on kept.client_access for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'auditor')) or ((select authz.has_role('client')) and membership_id = (select authz.membership_id()))));
grant insert on kept.client_access to kept_app, kept_worker;
create policy app_insert on kept.client_access for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));
grant update on kept.client_access to kept_app, kept_worker;
create policy app_update on kept.client_access for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk'))));

-- policy appointments 266d05b6d7c949f9
revoke all on kept.appointments from kept_app, kept_worker;
drop policy if exists app_select on kept.appointments;
drop policy if exists app_insert on kept.appointments;
drop policy if exists app_update on kept.appointments;
grant select on kept.appointments to kept_app, kept_worker;
create policy app_select on kept.appointments for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.appointments to kept_app, kept_worker;
create policy app_insert on kept.appointments for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.appointments to kept_app, kept_worker;
create policy app_update on kept.appointments for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'service_portal')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids()))))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'service_portal')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy blocks 26cb9b288a50b0e8
revoke all on kept.blocks from kept_app, kept_worker;
drop policy if exists app_select on kept.blocks;
drop policy if exists app_insert on kept.blocks;
drop policy if exists app_update on kept.blocks;
grant select on kept.blocks to kept_app, kept_worker;
create policy app_select on kept.blocks for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'service_core'))));
grant insert on kept.blocks to kept_app, kept_worker;
create policy app_insert on kept.blocks for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id()))));
grant update on kept.blocks to kept_app, kept_worker;
create policy app_update on kept.blocks for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id())))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id()))));

-- policy time_holds 4ac4cb9f262715a4
revoke all on kept.time_holds from kept_app, kept_worker;
drop policy if exists app_select on kept.time_holds;
drop policy if exists app_insert on kept.time_holds;
drop policy if exists app_update on kept.time_holds;
grant select on kept.time_holds to kept_app, kept_worker;
create policy app_select on kept.time_holds for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id()))));
grant insert on kept.time_holds to kept_app, kept_worker;
create policy app_insert on kept.time_holds for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id()))));
grant update on kept.time_holds to kept_app, kept_worker;
create policy app_update on kept.time_holds for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id())))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and resource_id = (select authz.membership_id()))));

-- policy visits 33d126e1789204d4
revoke all on kept.visits from kept_app, kept_worker;
drop policy if exists app_select on kept.visits;
drop policy if exists app_insert on kept.visits;
drop policy if exists app_update on kept.visits;
grant select on kept.visits to kept_app, kept_worker;
create policy app_select on kept.visits for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.visits to kept_app, kept_worker;
create policy app_insert on kept.visits for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.visits to kept_app, kept_worker;
create policy app_update on kept.visits for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy next_steps e44410c5c6f4283f
revoke all on kept.next_steps from kept_app, kept_worker;
drop policy if exists app_select on kept.next_steps;
drop policy if exists app_insert on kept.next_steps;
drop policy if exists app_update on kept.next_steps;
grant select on kept.next_steps to kept_app, kept_worker;
create policy app_select on kept.next_steps for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.next_steps to kept_app, kept_worker;
create policy app_update on kept.next_steps for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy messages d1e07930790c368d
revoke all on kept.messages from kept_app, kept_worker;
drop policy if exists app_select on kept.messages;
drop policy if exists app_insert on kept.messages;
drop policy if exists app_update on kept.messages;
grant select on kept.messages to kept_app, kept_worker;
create policy app_select on kept.messages for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'auditor', 'service_core', 'service_messages', 'service_portal')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.messages to kept_app, kept_worker;
create policy app_insert on kept.messages for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('service_core', 'service_messages'))));
grant update on kept.messages to kept_app, kept_worker;
create policy app_update on kept.messages for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('service_core', 'service_messages')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('service_core', 'service_messages'))));

-- policy timeline ce571e29b03fc823
revoke all on kept.timeline from kept_app, kept_worker;
drop policy if exists app_select on kept.timeline;
drop policy if exists app_insert on kept.timeline;
drop policy if exists app_update on kept.timeline;
grant select on kept.timeline to kept_app, kept_worker;
create policy app_select on kept.timeline for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.timeline to kept_app, kept_worker;
create policy app_insert on kept.timeline for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));

-- policy work_items 290870bad42cc1dc
revoke all on kept.work_items from kept_app, kept_worker;
drop policy if exists app_select on kept.work_items;
drop policy if exists app_insert on kept.work_items;
drop policy if exists app_update on kept.work_items;
grant select on kept.work_items to kept_app, kept_worker;
create policy app_select on kept.work_items for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and owner_id = (select authz.membership_id()))));
grant insert on kept.work_items to kept_app, kept_worker;
create policy app_insert on kept.work_items for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.work_items to kept_app, kept_worker;
create policy app_update on kept.work_items for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and owner_id = (select authz.membership_id())))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'front_desk', 'biller', 'service_core', 'service_messages', 'service_edi', 'service_media')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))) or ((select authz.has_role('clinician')) and owner_id = (select authz.membership_id()))));

-- policy idempotency_keys 2f99d7ee15340e93
revoke all on kept.idempotency_keys from kept_app, kept_worker;
drop policy if exists app_select on kept.idempotency_keys;
drop policy if exists app_insert on kept.idempotency_keys;
drop policy if exists app_update on kept.idempotency_keys;
grant select on kept.idempotency_keys to kept_app, kept_worker;
create policy app_select on kept.idempotency_keys for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id()))));
grant insert on kept.idempotency_keys to kept_app, kept_worker;
create policy app_insert on kept.idempotency_keys for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id()))));
grant update (status, ref_id) on kept.idempotency_keys to kept_app, kept_worker;
create policy app_update on kept.idempotency_keys for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id())))) with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id()))));

-- policy preferences 483a4a70c3751bd9
revoke all on kept.preferences from kept_app, kept_worker;
drop policy if exists app_select on kept.preferences;
drop policy if exists app_insert on kept.preferences;
drop policy if exists app_update on kept.preferences;
grant select on kept.preferences to kept_app, kept_worker;
create policy app_select on kept.preferences for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id()))));
grant insert on kept.preferences to kept_app, kept_worker;
create policy app_insert on kept.preferences for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id()))));
grant update on kept.preferences to kept_app, kept_worker;
create policy app_update on kept.preferences for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id())))) with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and membership_id = (select authz.membership_id()))));

-- policy audit 8a845947fcfff21d
revoke all on kept.audit from kept_app, kept_worker;
drop policy if exists app_select on kept.audit;
drop policy if exists app_insert on kept.audit;
drop policy if exists app_update on kept.audit;
grant select on kept.audit to kept_app, kept_worker;
create policy app_select on kept.audit for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'auditor'))));
grant insert (practice_id, id, actor_id, on_behalf_of, session_id, purpose, act, route, request_id, address, outcome, code, fields, record_ids, client_ids) on kept.audit to kept_app, kept_worker;
create policy app_insert on kept.audit for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'client', 'service_core', 'service_messages', 'service_edi', 'service_media', 'service_portal')) and actor_id = (select authz.membership_id()))));
