-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy payers 57dd322e2aab45c2
revoke all on kept.payers from kept_app, kept_worker;
drop policy if exists app_select on kept.payers;
drop policy if exists app_insert on kept.payers;
drop policy if exists app_update on kept.payers;
grant select on kept.payers to kept_app, kept_worker;
create policy app_select on kept.payers for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor', 'service_core', 'service_messages', 'service_edi', 'service_media', 'client'))));
grant insert on kept.payers to kept_app, kept_worker;
create policy app_insert on kept.payers for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller'))));
grant update on kept.payers to kept_app, kept_worker;
create policy app_update on kept.payers for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller'))));

-- policy charges 70e2181f67c5a5ea
revoke all on kept.charges from kept_app, kept_worker;
drop policy if exists app_select on kept.charges;
drop policy if exists app_insert on kept.charges;
drop policy if exists app_update on kept.charges;
grant select on kept.charges to kept_app, kept_worker;
create policy app_select on kept.charges for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi')) or ((select authz.has_role('clinician', 'client')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.charges to kept_app, kept_worker;
create policy app_insert on kept.charges for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'service_core')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.charges to kept_app, kept_worker;
create policy app_update on kept.charges for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_core')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_core'))));
