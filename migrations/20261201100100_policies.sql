-- Row-level security, compiled from domain/access/table-policy.ts by `npm run policies`. Not written by hand.
-- compatible: grants and policies only

-- policy claim_departures 5890a110bcb90dfe
revoke all on kept.claim_departures from kept_app, kept_worker;
drop policy if exists app_select on kept.claim_departures;
drop policy if exists app_insert on kept.claim_departures;
drop policy if exists app_update on kept.claim_departures;
grant select on kept.claim_departures to kept_app, kept_worker;
create policy app_select on kept.claim_departures for select to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'supervisor', 'auditor', 'service_core', 'service_edi'))));
grant insert on kept.claim_departures to kept_app, kept_worker;
create policy app_insert on kept.claim_departures for insert to kept_app, kept_worker
  with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
grant update on kept.claim_departures to kept_app, kept_worker;
create policy app_update on kept.claim_departures for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));

-- policy remittance_adjustments 5158bb5418746028
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
grant update (code, reference, cents, offset_bytes) on kept.remittance_adjustments to kept_app, kept_worker;
create policy app_update on kept.remittance_adjustments for update to kept_app, kept_worker
  using (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi')))) with check (practice_id = (select authz.practice_id()) and ((select authz.has_role('administrator', 'biller', 'service_edi'))));
