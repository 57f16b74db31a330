-- Provinces, organisations, people and their posts, sign-in, settings, the log of events.
-- Every key but that of `province` itself begins with province_id; see the last block for row-level security.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table province (
  province_id integer generated always as identity primary key,
  slug text not null unique,
  -- Id of the catalogue of provinces (`ha-tinh`).
  code text not null,
  name text not null,
  kind text not null check (kind in ('province', 'city')),
  created_at timestamptz not null default now()
);

create table organisation (
  province_id integer not null references province,
  id uuid not null,
  -- Code of the catalogue of agencies, when it is one of them.
  code text,
  kind text not null,
  valid_from date,
  valid_to date,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (province_id, id),
  check (valid_to is null or valid_from is null or valid_from < valid_to)
);
create index organisation_code on organisation (province_id, code);

create table organisation_name (
  province_id integer not null,
  organisation_id uuid not null,
  ordinal integer not null,
  name text not null,
  short_name text,
  valid_from date,
  valid_to date,
  primary key (province_id, organisation_id, ordinal),
  foreign key (province_id, organisation_id) references organisation on delete cascade
);

create table organisation_parent (
  province_id integer not null,
  organisation_id uuid not null,
  ordinal integer not null,
  parent_id uuid not null,
  valid_from date,
  valid_to date,
  primary key (province_id, organisation_id, ordinal),
  foreign key (province_id, organisation_id) references organisation on delete cascade,
  foreign key (province_id, parent_id) references organisation
);

create table organisation_lineage (
  province_id integer not null,
  id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null check (kind in ('merged', 'split', 'renamed', 'transferred')),
  effective_on date not null,
  basis text not null,
  primary key (province_id, id),
  foreign key (province_id, predecessor_id) references organisation,
  foreign key (province_id, successor_id) references organisation
);

create table person (
  province_id integer not null references province,
  id uuid not null,
  full_name text not null,
  login text not null,
  email text,
  password_hash text,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_last_step bigint,
  -- Hashes of recovery codes that are still good.
  recovery_codes text[] not null default '{}',
  oidc_subject text,
  state text not null default 'active' check (state in ('active', 'disabled')),
  -- Instants of wrong passwords that still count.
  failures timestamptz[] not null default '{}',
  locked_until timestamptz,
  lock_count integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (province_id, id),
  unique (province_id, login)
);
create unique index person_oidc on person (province_id, oidc_subject) where oidc_subject is not null;
create index person_email on person (province_id, lower(email));

create table post (
  province_id integer not null,
  id uuid not null,
  organisation_id uuid not null,
  title text not null,
  role text not null check (role in ('office', 'leader', 'agency-lead', 'officer', 'supervisor', 'admin')),
  valid_from date,
  valid_to date,
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, organisation_id) references organisation
);
create index post_organisation on post (province_id, organisation_id);

create table post_holder (
  province_id integer not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (province_id, id),
  foreign key (province_id, post_id) references post,
  foreign key (province_id, person_id) references person
);
create index post_holder_person on post_holder (province_id, person_id);
create index post_holder_post on post_holder (province_id, post_id);

create table session (
  province_id integer not null,
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  post_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text,
  address text,
  -- How the person proved who they are: password, password+totp, oidc.
  method text not null,
  primary key (province_id, id),
  unique (province_id, token_hash),
  foreign key (province_id, person_id) references person
);
create index session_person on session (province_id, person_id);

create table machine_token (
  province_id integer not null references province,
  id uuid not null,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (province_id, id),
  unique (province_id, token_hash)
);

create table password_reset (
  province_id integer not null,
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('reset', 'invitation')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (province_id, id),
  unique (province_id, token_hash),
  foreign key (province_id, person_id) references person
);

-- A sign-in through an identity provider that was begun and not yet finished.
create table oidc_flow (
  province_id integer not null references province,
  state_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null,
  primary key (province_id, state_hash)
);

create table setting (
  province_id integer not null references province,
  key text not null,
  value jsonb not null,
  version integer not null default 1,
  primary key (province_id, key)
);

-- The log of events: append-only, chained by hashes within a province.
create table event (
  province_id integer not null references province,
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  post_id uuid,
  -- What was done: `organisation.renamed`.
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  -- The event as text, exactly as it was hashed; the columns above repeat parts of it to be searched.
  body text not null,
  hash text not null,
  primary key (province_id, seq)
);
create unique index event_id on event (province_id, id);
create index event_subject on event (province_id, subject_type, subject_id, seq);
create index event_kind on event (province_id, kind, seq);
create index event_person on event (province_id, person_id, seq);
create index event_at on event (province_id, at);

create table event_chain (
  province_id integer primary key references province,
  seq bigint not null,
  hash text not null
);

-- Appends one event: takes the end of the chain, so that writers of a province queue here and nowhere else.
create function append_event(
  in_province integer, in_id uuid, in_at timestamptz, in_person uuid, in_post uuid,
  in_kind text, in_subject_type text, in_subject_id text, in_body text
) returns bigint language plpgsql as $$
declare
  last_seq bigint;
  last_hash text;
  new_hash text;
begin
  select seq, hash into last_seq, last_hash from event_chain where province_id = in_province for update;
  if not found then
    raise exception 'province % has no chain of events', in_province;
  end if;
  new_hash := encode(sha256(convert_to(last_hash || E'\n' || (last_seq + 1)::text || E'\n' || in_body, 'UTF8')), 'hex');
  insert into event (province_id, seq, id, at, person_id, post_id, kind, subject_type, subject_id, body, hash)
    values (in_province, last_seq + 1, in_id, in_at, in_person, in_post, in_kind, in_subject_type, in_subject_id, in_body, new_hash);
  update event_chain set seq = last_seq + 1, hash = new_hash where province_id = in_province;
  return last_seq + 1;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of events is append-only';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();

-- Answers to writes that carried an idempotency key.
create table idempotency (
  province_id integer not null references province,
  key text not null,
  -- Who sent it and for what, hashed.
  request_hash text not null,
  status integer not null,
  response jsonb,
  created_at timestamptz not null,
  primary key (province_id, key)
);
create index idempotency_created on idempotency (province_id, created_at);
