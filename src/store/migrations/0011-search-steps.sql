-- One search, step by step, in one call: by the beginning of the symbol, by words of the header, by words of the text; with
-- the tones that were typed before other tones. It ends with the first steps that find enough.
create function search_documents(
  in_province integer, in_symbol text, in_head_exact tsquery, in_head_loose tsquery,
  in_body_exact tsquery, in_body_loose tsquery, in_heads integer, in_bodies integer, in_limit integer
) returns uuid[] language plpgsql stable as $$
declare
  found_ids uuid[] := '{}';
  step_ids uuid[];
  words tsquery;
  step integer;
begin
  if in_symbol is not null then
    select coalesce(array_agg(s.id), '{}') into found_ids from (
      select d.id from document d
       where d.province_id = in_province and d.deleted_at is null
         and d.symbol_key >= in_symbol and d.symbol_key < in_symbol || chr(1114111)
       order by d.symbol_key, d.issued_on desc limit in_limit) s;
  end if;
  for step in 1..4 loop
    exit when cardinality(found_ids) >= in_limit;
    words := case step when 1 then in_head_exact when 2 then in_head_loose when 3 then in_body_exact else in_body_loose end;
    continue when words is null;
    if step <= 2 then
      select coalesce(array_agg(f.document_id), '{}') into step_ids
        from find_newest_documents(in_province, words, null, in_heads, in_limit) f;
      if cardinality(step_ids) < in_limit then
        select coalesce(array_agg(f.document_id), '{}') into step_ids from find_documents(in_province, words, null, in_limit) f;
      end if;
    else
      select coalesce(array_agg(f.document_id), '{}') into step_ids
        from find_newest_documents(in_province, null, words, in_bodies, in_limit) f;
      if cardinality(step_ids) < in_limit then
        select coalesce(array_agg(f.document_id), '{}') into step_ids from find_documents(in_province, null, words, in_limit) f;
      end if;
    end if;
    found_ids := found_ids || array(select one from unnest(step_ids) with ordinality as n(one, place)
                                     where one <> all(found_ids) order by place);
  end loop;
  return found_ids[1:in_limit];
end $$;
