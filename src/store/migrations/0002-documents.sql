-- Files by their content, documents, readings, links between documents, distribution.

create table blob (
  province_id integer not null references province,
  sha256 text not null,
  size bigint not null,
  created_at timestamptz not null default now(),
  primary key (province_id, sha256)
);

-- Bytes in pieces, so that a long file is never in memory as a whole.
create table blob_chunk (
  province_id integer not null,
  sha256 text not null,
  ordinal integer not null,
  bytes bytea not null,
  primary key (province_id, sha256, ordinal),
  foreign key (province_id, sha256) references blob on delete cascade
);
alter table blob_chunk alter column bytes set storage external;

create table document (
  province_id integer not null references province,
  id uuid not null,
  sha256 text not null,
  file_name text not null,
  format text,
  -- waiting: to be read; reading; read; refused: could not be opened.
  state text not null check (state in ('waiting', 'reading', 'read', 'refused')),
  refusal jsonb,
  progress jsonb,
  -- Loại văn bản, số ký hiệu, ngày, cơ quan ban hành, trích yếu, năm kế hoạch: as read, or as a person put them right.
  type text,
  symbol text,
  issued_on date,
  issuer text,
  title text,
  plan_year integer,
  review_state text not null default 'none' check (review_state in ('none', 'open', 'published')),
  pages integer,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  version integer not null default 1,
  -- Folded for search: type, symbol, title, issuer, then text.
  head_folded text not null default '',
  search tsvector,
  deleted_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, sha256) references blob
);
create index document_list on document (province_id, issued_on desc nulls last, id) where deleted_at is null;
create index document_uploaded on document (province_id, uploaded_at desc, id) where deleted_at is null;
create index document_symbol on document (province_id, symbol);
create index document_sha on document (province_id, sha256);
create index document_search on document using gin (search);
create index document_head on document using gin (head_folded gin_trgm_ops);

create table document_text (
  province_id integer not null,
  document_id uuid not null,
  text text not null,
  -- Lines, words with boxes, pages, doubts, warnings of the opened file (room document, `Document` without text).
  layout jsonb not null,
  primary key (province_id, document_id),
  foreign key (province_id, document_id) references document on delete cascade
);

create table reading (
  province_id integer not null,
  id uuid not null,
  document_id uuid not null,
  reader text not null,
  created_at timestamptz not null,
  body jsonb not null,
  superseded_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, document_id) references document on delete cascade
);
create unique index reading_current on reading (province_id, document_id) where superseded_at is null;

-- Viện dẫn: what a document cites, and the document of the library that it is.
create table citation_link (
  province_id integer not null,
  id uuid not null,
  document_id uuid not null,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  type text not null,
  symbol text,
  symbol_key text,
  cited_on date,
  issuer text,
  -- The cited document, when it is in the library.
  cited_id uuid,
  -- matched: found by its number and date; confirmed, refused: by a person.
  state text not null default 'missing' check (state in ('missing', 'matched', 'confirmed', 'refused')),
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, document_id) references document on delete cascade,
  foreign key (province_id, cited_id) references document
);
create index citation_document on citation_link (province_id, document_id, span_start);
create index citation_cited on citation_link (province_id, cited_id);
create index citation_symbol on citation_link (province_id, symbol_key);

-- Nơi nhận, quán triệt: who was sent a document, opened it, acknowledged it.
create table distribution (
  province_id integer not null,
  id uuid not null,
  document_id uuid not null,
  organisation_id uuid not null,
  note text,
  sent_by uuid,
  sent_at timestamptz not null,
  opened_by uuid,
  opened_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  recalled_at timestamptz,
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, document_id) references document on delete cascade,
  foreign key (province_id, organisation_id) references organisation
);
create unique index distribution_once on distribution (province_id, document_id, organisation_id) where recalled_at is null;
create index distribution_organisation on distribution (province_id, organisation_id, sent_at desc);

-- Rà soát: every item of a reading, with what people decided of it.
create table review_item (
  province_id integer not null,
  document_id uuid not null,
  id uuid not null,
  -- target, result, task, citation, reporting, unread, text-error
  kind text not null,
  -- Where the item stands in its list; fractional, so that an item can be put between two.
  position double precision not null,
  -- Item that this one is a part of.
  parent_id uuid,
  -- As the reader gave it (null when a person added it); never edited.
  original jsonb,
  -- What a person made of it: fields that replace those of `original`; null while nothing was changed.
  edited jsonb,
  decision text not null default 'open' check (decision in ('open', 'accepted', 'rejected')),
  -- reading: from the reader; added, merged, split: by a person.
  origin text not null default 'reading',
  -- Items that a merge or a split came from.
  made_from uuid[] not null default '{}',
  -- Replaced by a merge, a split, or no longer found by a newer reader.
  retired text check (retired in ('merged', 'split', 'not-found')),
  span_start integer not null,
  span_end integer not null,
  -- Needs a look (cần kiểm tra): a field that is not sure.
  doubtful boolean not null default false,
  seen_by uuid,
  seen_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (province_id, document_id, id),
  foreign key (province_id, document_id) references document on delete cascade
);
create index review_item_order on review_item (province_id, document_id, kind, position);
