-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy diagnoses 313a5d43f15facf1
revoke all on kept.diagnoses from kept_app, kept_worker;
drop policy if exists app_select on kept.diagnoses;
drop policy if exists app_insert on kept.diagnoses;
drop policy if exists app_update on kept.diagnoses;
grant select on kept.diagnoses to kept_app, kept_worker;
create policy app_select on kept.diagnoses for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor', 'administrator', 'biller', 'service_core', 'service_edi')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.diagnoses to kept_app, kept_worker;
create policy app_insert on kept.diagnoses for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant update on kept.diagnoses to kept_app, kept_worker;
create policy app_update on kept.diagnoses for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids()))))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
