-- What a payer moved beside the claims may be read once more, by a build that reads better, until something of the payment is posted.
-- compatible: a trigger and a right

set local role kept_kernel;
create function kernel.keep_posted() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and exists (select 1 from kept.remittances r
                                   where r.practice_id = old.practice_id and r.id = old.remittance_id and r.state = 'found') then
    return new;
  end if;
  raise exception 'append-only: %', tg_table_name using errcode = 'KE003';
end $$;
grant execute on function kernel.keep_posted() to kept_owner;

set local role kept_owner;
drop trigger append_only on kept.remittance_adjustments;
create trigger keep_posted before update or delete on kept.remittance_adjustments for each row execute function kernel.keep_posted();
