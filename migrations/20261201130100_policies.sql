-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy list_views 878e2afdc3f3140b
revoke all on kept.list_views from kept_app, kept_worker;
drop policy if exists app_select on kept.list_views;
drop policy if exists app_insert on kept.list_views;
drop policy if exists app_update on kept.list_views;
grant select on kept.list_views to kept_app, kept_worker;
create policy app_select on kept.list_views for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor')) and membership_id = (select authz.membership_id()))));
grant insert on kept.list_views to kept_app, kept_worker;
create policy app_insert on kept.list_views for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor')) and membership_id = (select authz.membership_id()))));
grant update (name, arrangement, removed_at, version) on kept.list_views to kept_app, kept_worker;
create policy app_update on kept.list_views for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor')) and membership_id = (select authz.membership_id())))) with check (practice_id = (select authz.practice_id()) and (((select authz.has_role('administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor')) and membership_id = (select authz.membership_id()))));
