-- Tasks of an organisation are found by the index of who leads them: behind row-level security that needs an operator
-- known to tell nothing of hidden rows. Only a superuser can say so; else the lists are right and slower.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
  end if;
end $$;
