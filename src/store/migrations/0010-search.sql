-- Words that are in most documents are found in the newest ones at once; only for rarer ones the whole index is asked.
create index document_search_newest on document_search (province_id, sort_on desc, document_id desc);

create function find_newest_documents(in_province integer, in_head tsquery, in_body tsquery, in_look integer, in_limit integer)
returns table (document_id uuid, sort_on date) language sql stable as $$
  select s.document_id, s.sort_on
    from (select n.document_id, n.sort_on, n.head, n.body from document_search n
           where n.province_id = in_province order by n.sort_on desc, n.document_id desc limit in_look) s
   where (in_head is null or s.head @@ in_head) and (in_body is null or s.body @@ in_body)
   order by s.sort_on desc, s.document_id desc limit in_limit
$$;
