-- Search and header corrections of documents, reminders of distribution.

-- Null for a refused state secret: nothing of it is kept, not even what its content hashes to.
alter table document alter column sha256 drop not null;
alter table document drop column search;
alter table document drop column head_folded;
-- Symbol in one spelling (case, dashes, spaces, đ), for links and for finding by its beginning.
alter table document add column symbol_key text collate "C";
-- Header fields that a person put right: field → what the reader had read. Kept when the document is read again.
alter table document add column corrected jsonb not null default '{}';
-- Version of the reading rules of the current reading.
alter table document add column reader text;
create index document_symbol_key on document (province_id, symbol_key);
create index document_by_symbol on document (province_id, symbol, id) where deleted_at is null;
create index document_by_state on document (province_id, state, uploaded_at desc, id) where deleted_at is null;

-- What documents are found by; apart from `document`, so that small changes there don't touch the index.
create table document_search (
  province_id integer not null,
  document_id uuid not null,
  sort_on date not null,
  -- Words and pairs of words without tone marks, and the toned form of each word that has marks.
  head tsvector not null,
  body tsvector not null,
  -- The text without tone marks, lower case, as long as the text: where a word stands in it stands in the text.
  bare text not null,
  primary key (province_id, document_id),
  foreign key (province_id, document_id) references document on delete cascade
);
create index document_search_head on document_search using gin (head);
create index document_search_body on document_search using gin (body);

-- Row-level security lets an index be used only through operators known to tell nothing of hidden rows. Matching a
-- tsvector raises no error that could. Only a superuser can say so: with a server of another kind an administrator
-- runs the same line once, else searching works and is slower.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
  end if;
end $$;

-- The newest documents that match; by the index always, since the vectors of long texts are dear to open.
create function find_documents(in_province integer, in_head tsquery, in_body tsquery, in_limit integer)
returns table (document_id uuid, sort_on date) language sql stable
set enable_seqscan = off set enable_indexscan = off as $$
  select s.document_id, s.sort_on from document_search s
   where s.province_id = in_province
     and (in_head is null or s.head @@ in_head) and (in_body is null or s.body @@ in_body)
   order by s.sort_on desc, s.document_id desc limit in_limit
$$;

alter table distribution add column reminders integer not null default 0;
alter table distribution add column reminded_at timestamptz;
