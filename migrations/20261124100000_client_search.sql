-- Finding clients: by phone at all (a variable had a column's name), and by names whatever their accents ("lucia" finds Lucía).
-- compatible: the function keeps its name and answer; the column keeps its name and holds the same words without accents

alter table kept.clients alter column search_text set expression as (
  lower(regexp_replace(normalize(first_name || ' ' || last_name || ' ' || coalesce(preferred_name, ''), nfd), '[\u0300-\u036f]', '', 'g'))
);

set local role kept_kernel;

-- p_words: parts of names, all of which must be there; one of fewer than three letters begins a name. p_digits: the beginning
-- or the end of a number as people in the country write it, or any part of it from four digits on.
create or replace function kernel.search_clients(p_words text[], p_digits text, p_birth date, p_limit int) returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, ext, pg_temp as $$
declare
  everyone boolean := authz.has_role('administrator', 'supervisor', 'biller', 'front_desk', 'auditor');
  mine uuid[] := case when authz.has_role('clinician') then authz.my_client_ids() else '{}' end;
  practice uuid := authz.practice_id();
  wanted text; w text; patterns text[] := '{}';
begin
  if p_digits is not null then
    wanted := right(regexp_replace(p_digits, '\D', '', 'g'), 10);
    if wanted = '' then return; end if;
    return query select distinct c.id from kept.clients c join kept.client_contacts k on k.practice_id = c.practice_id and k.client_id = c.id
      where c.practice_id = practice and k.practice_id = practice and k.ended_at is null
        and (k.digits like wanted || '%' or k.digits like '%' || wanted or length(wanted) > 3 and k.digits like '%' || wanted || '%')
        and (everyone or c.id in (select unnest(mine))) limit p_limit;
    return;
  end if;
  foreach w in array coalesce(p_words, '{}') loop
    w := lower(regexp_replace(normalize(w, nfd), '[\u0300-\u036f]', '', 'g'));
    w := replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_');
    patterns := patterns || case when length(w) < 3 then '% ' || w || '%' else '%' || w || '%' end;
  end loop;
  return query select c.id from kept.clients c
    where c.practice_id = practice
      and (p_birth is null or c.birth_date = p_birth)
      and c.search_text like all (array(select p from unnest(patterns) p where p not like '\% %'))
      and ' ' || c.search_text like all (array(select p from unnest(patterns) p where p like '\% %'))
      and (everyone or c.id in (select unnest(mine)))
    order by lower(c.last_name), lower(c.first_name), c.id limit p_limit;
end $$;

set local role kept_owner;
