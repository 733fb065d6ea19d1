-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy attestations 7a98a7cab8df45ac
revoke all on kept.attestations from kept_app, kept_worker;
drop policy if exists app_select on kept.attestations;
drop policy if exists app_insert on kept.attestations;
drop policy if exists app_update on kept.attestations;
grant select on kept.attestations to kept_app, kept_worker;
create policy app_select on kept.attestations for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi', 'service_messages')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
grant insert on kept.attestations to kept_app, kept_worker;
create policy app_insert on kept.attestations for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('supervisor')) or ((select authz.has_role('clinician')) and client_id in (select unnest(authz.my_client_ids())))));
