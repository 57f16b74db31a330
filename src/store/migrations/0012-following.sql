-- Following the plan: the life of tasks, their evidence, the cascade, registers, notices, what other systems are told.

-- document: a sentence of a document orders it. breakdown: an agency broke it off a task. directive, case: what it came of.
alter table task add column origin text not null default 'document'
  check (origin in ('document', 'breakdown', 'directive', 'case'));

-- Words of a text without marks, each once, to be searched.
create function words_of(in_text text) returns tsvector language sql stable as $$
  select array_to_tsvector(array_remove(regexp_split_to_array(unaccent(lower(in_text)), '[^a-z0-9]+'), ''))
$$;

-- A task as it is followed, one row each: what it says now, and how far its life has come. Standing is not here: it
-- follows from state, due_on, reported_on, done_on and the day that is asked for.
create table task_life (
  province_id integer not null,
  task_id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  origin text not null,
  position double precision not null,
  text text not null,
  section text not null default '',
  label text,
  group_title text,
  -- Kỳ that a part of an action plan belongs to: `2021`, `2021-Q1`, `2021-03`.
  period text,
  -- Kinds of the deliverables that it is to bring.
  products text[] not null default '{}',
  -- Folded words of the text.
  words tsvector not null,
  state text not null default 'draft'
    check (state in ('draft', 'assigned', 'accepted', 'in-progress', 'reported', 'verified', 'suspended', 'cancelled')),
  state_since timestamptz not null,
  -- The deadline as documents give it, and as it is in force after extensions.
  printed_due_on date,
  due_on date,
  lead_ids uuid[] not null default '{}',
  support_ids uuid[] not null default '{}',
  -- Leads that have accepted.
  accepted_ids uuid[] not null default '{}',
  -- The organisation that assigned it and verifies it.
  assigner_id uuid,
  -- Chức danh of the lead that does the work.
  post_id uuid,
  -- Percent as last told; null: none was told.
  progress numeric check (progress between 0 and 100),
  result text,
  -- Day of the report that stands; null when none does.
  reported_on date,
  -- Day on which it was done: that of the report that was verified.
  done_on date,
  -- Of the last return, until it is reported again.
  returned_on date,
  return_reason text,
  -- An extension that waits for an answer.
  asked_due_on date,
  asked_reason text,
  -- State that a suspended task goes back to.
  paused_state text,
  -- When somebody last told of it.
  told_at timestamptz,
  -- An amendment takes it out of the plan from this day.
  gone_on date,
  acts integer not null default 0,
  version integer not null default 1,
  primary key (province_id, task_id),
  foreign key (province_id, task_id) references task on delete cascade,
  foreign key (province_id, plan_id) references plan
);
create index task_life_order on task_life (province_id, plan_id, position, task_id);
create index task_life_due on task_life (province_id, due_on, task_id);
create index task_life_told on task_life (province_id, state, due_on);
create index task_life_parent on task_life (province_id, parent_id) where parent_id is not null;
create index task_life_post on task_life (province_id, post_id) where post_id is not null;
create index task_life_leads on task_life using gin (lead_ids);
create index task_life_supports on task_life using gin (support_ids);
create index task_life_words on task_life using gin (words);

-- What was done to a task, in order. Undone acts stay.
create table task_act (
  province_id integer not null,
  id uuid not null,
  task_id uuid not null,
  seq integer not null,
  act text not null,
  at timestamptz not null,
  person_id uuid,
  post_id uuid,
  organisation_id uuid,
  -- Reason, result, what was told.
  text text,
  due_on date,
  progress numeric,
  -- Facts of task_life that the act changed, before and after.
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (province_id, id),
  unique (province_id, task_id, seq),
  foreign key (province_id, task_id) references task on delete cascade
);
create index task_act_at on task_act (province_id, at);

-- Minh chứng: files by their content, links, documents of the library; of tasks and of the registers.
create table evidence (
  province_id integer not null references province,
  id uuid not null,
  subject_type text not null check (subject_type in ('task', 'case', 'deliverable', 'inspection', 'directive')),
  subject_id uuid not null,
  kind text not null check (kind in ('file', 'link', 'document')),
  name text not null,
  sha256 text,
  size bigint,
  media_type text,
  url text,
  document_id uuid,
  added_at timestamptz not null,
  person_id uuid,
  post_id uuid,
  organisation_id uuid,
  removed_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, sha256) references blob,
  foreign key (province_id, document_id) references document
);
create index evidence_subject on evidence (province_id, subject_type, subject_id);
create index evidence_blob on evidence (province_id, sha256) where sha256 is not null;

-- A list with its filters under a name; shared ones are seen by everybody of the province.
create table saved_view (
  province_id integer not null references province,
  id uuid not null,
  page text not null,
  name text not null,
  -- What stands in the address behind `?`.
  search text not null,
  person_id uuid not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, person_id) references person
);
create index saved_view_page on saved_view (province_id, page);

-- Kế hoạch hành động of an agency for a plan: who has issued it, who is late.
alter table plan add column action_plan_due_on date;
create table action_plan (
  province_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  organisation_id uuid not null,
  -- Its own day when it differs from that of the plan.
  due_on date,
  symbol text,
  issued_on date,
  document_id uuid,
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_id, id),
  unique (province_id, plan_id, organisation_id),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, organisation_id) references organisation,
  foreign key (province_id, document_id) references document
);

-- Phân bổ: a target, or a part of it, divided among organisations or over periods.
create table allocation (
  province_id integer not null,
  id uuid not null,
  target_id uuid not null,
  -- The version of the target that was divided: after an amendment another is in force.
  target_ordinal integer not null,
  -- The part of another allocation that is divided further; null: the target itself.
  parent_part_id uuid,
  dimension text not null check (dimension in ('organisation', 'period')),
  rule text not null check (rule in ('sum', 'same', 'weighted-mean', 'share', 'seasonal')),
  -- What is divided, exact, in the unit of the target.
  whole numeric not null,
  note text,
  created_by uuid,
  created_at timestamptz not null,
  -- A newer one took its place.
  ended_at timestamptz,
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, target_id) references target
);
create index allocation_target on allocation (province_id, target_id);
create table allocation_part (
  province_id integer not null,
  id uuid not null,
  allocation_id uuid not null,
  ordinal integer not null,
  organisation_id uuid,
  period text,
  -- Null: not given yet, which is not 0.
  value numeric,
  weight numeric,
  primary key (province_id, id),
  foreign key (province_id, allocation_id) references allocation on delete cascade,
  foreign key (province_id, organisation_id) references organisation,
  check ((organisation_id is null) <> (period is null))
);
create index allocation_part_of on allocation_part (province_id, allocation_id, ordinal);
create index allocation_part_organisation on allocation_part (province_id, organisation_id);

-- Sản phẩm: drafted, appraised, submitted, issued, each with its day; which session it goes to.
alter table deliverable
  add column stage text not null default 'planned' check (stage in ('planned', 'drafted', 'appraised', 'submitted', 'issued')),
  add column drafted_on date,
  add column appraised_on date,
  add column submitted_on date,
  add column issued_on date,
  add column symbol text,
  add column document_id uuid,
  -- Month of the session that it goes to, `2021-07`, and its name.
  add column session_month text,
  add column session_title text,
  add column note text,
  add column version integer not null default 1,
  add foreign key (province_id, document_id) references document;

-- Vụ việc tồn đọng: its road map, who answers for it, its final deadline.
create table backlog_case (
  province_id integer not null references province,
  id uuid not null,
  plan_id uuid,
  task_id uuid,
  title text not null,
  summary text not null default '',
  field text,
  place text,
  organisation_id uuid not null,
  post_id uuid,
  -- Who answers for it, as it is written when no post is meant.
  responsible text,
  arose_on date,
  due_on date,
  state text not null default 'open' check (state in ('open', 'closed', 'suspended')),
  closed_on date,
  result text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, organisation_id) references organisation,
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, task_id) references task
);
create index backlog_case_due on backlog_case (province_id, due_on, id);
create table backlog_step (
  province_id integer not null,
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  text text not null,
  due_on date,
  done_on date,
  result text,
  primary key (province_id, id),
  foreign key (province_id, case_id) references backlog_case on delete cascade
);
create table backlog_note (
  province_id integer not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  post_id uuid,
  text text not null,
  primary key (province_id, id),
  foreign key (province_id, case_id) references backlog_case on delete cascade
);

-- Kế hoạch thanh tra, kiểm tra: who goes to whom about what, in which months.
create table inspection (
  province_id integer not null references province,
  id uuid not null,
  plan_id uuid,
  year integer not null,
  kind text not null check (kind in ('inspection', 'check', 'audit', 'supervision')),
  -- Who inspects.
  organisation_id uuid not null,
  -- Who is inspected: an organisation of the province, or a name.
  subject_id uuid,
  subject_name text not null,
  -- The name folded, so that one body is found again under another spelling.
  subject_key text not null,
  content text not null,
  from_month text not null,
  to_month text not null,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'done', 'cancelled')),
  decision text,
  document_id uuid,
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, organisation_id) references organisation,
  foreign key (province_id, subject_id) references organisation,
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, document_id) references document,
  check (from_month <= to_month)
);
create index inspection_year on inspection (province_id, year, from_month);

-- Ý kiến chỉ đạo, kết luận: what a leader ordered, and the task that came of it.
create table directive (
  province_id integer not null references province,
  id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('directive', 'conclusion')),
  given_on date not null,
  -- The leader's post; null when the document names the leader.
  post_id uuid,
  given_by text not null,
  text text not null,
  -- What it is about, when it is about something that is followed.
  subject_type text check (subject_type in ('task', 'target', 'case')),
  subject_id uuid,
  -- Where it stands, when it was read from a document.
  document_id uuid,
  item_id uuid,
  span_start integer,
  span_end integer,
  quote text,
  -- The task that is followed.
  task_id uuid,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, document_id) references document,
  foreign key (province_id, task_id) references task
);
create index directive_plan on directive (province_id, plan_id, given_on desc);
create index directive_subject on directive (province_id, subject_type, subject_id);
create index directive_task on directive (province_id, task_id);

-- Thông báo: tied to a post; `key` is what it tells of, so that nothing is told twice.
create table notice (
  province_id integer not null references province,
  id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid,
  title text not null,
  text text not null default '',
  -- Address in the application.
  link text not null,
  key text not null,
  read_at timestamptz,
  read_by uuid,
  -- The daily letter that it went out with.
  digest_id uuid,
  primary key (province_id, id),
  unique (province_id, post_id, key),
  foreign key (province_id, post_id) references post
);
create index notice_post on notice (province_id, post_id, at desc);
create index notice_unread on notice (province_id, post_id) where read_at is null;

-- One letter a post and day.
create table digest (
  province_id integer not null,
  id uuid not null,
  post_id uuid not null,
  day date not null,
  person_id uuid,
  made_at timestamptz not null,
  sent_at timestamptz,
  -- Why none was sent: nothing to tell, no address, switched off.
  skipped text,
  body jsonb,
  primary key (province_id, id),
  unique (province_id, post_id, day),
  foreign key (province_id, post_id) references post
);

create table notice_setting (
  province_id integer not null,
  person_id uuid not null,
  value jsonb not null,
  version integer not null default 1,
  primary key (province_id, person_id),
  foreign key (province_id, person_id) references person on delete cascade
);

-- Bàn giao: what passed to the next holder of a post.
create table handover (
  province_id integer not null,
  id uuid not null,
  post_id uuid not null,
  from_person_id uuid,
  to_person_id uuid,
  on_day date not null,
  body jsonb not null,
  made_at timestamptz not null,
  received_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, post_id) references post
);
create index handover_post on handover (province_id, post_id, made_at desc);

-- Other systems that are told of events of plans and tasks, each telling signed.
create table webhook (
  province_id integer not null references province,
  id uuid not null,
  name text not null,
  url text not null,
  -- Sealed as other secrets are.
  secret text not null,
  -- Kinds of events, `task.*`.
  kinds text[] not null,
  active boolean not null default true,
  -- Events behind this one are told; kept so that none is left out.
  told_seq bigint not null,
  created_by uuid,
  created_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (province_id, id)
);
create table webhook_delivery (
  province_id integer not null,
  id uuid not null,
  webhook_id uuid not null,
  event_seq bigint not null,
  kind text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  status integer,
  error text,
  created_at timestamptz not null,
  tried_at timestamptz,
  delivered_at timestamptz,
  primary key (province_id, id),
  unique (province_id, webhook_id, event_seq),
  foreign key (province_id, webhook_id) references webhook
);
create index webhook_delivery_newest on webhook_delivery (province_id, webhook_id, event_seq desc);

-- Lịch hạn (iCalendar) that a calendar program reads by a secret address.
create table calendar_feed (
  province_id integer not null references province,
  id uuid not null,
  token_hash text not null unique,
  name text not null,
  person_id uuid not null,
  post_id uuid not null,
  scope text not null check (scope in ('post', 'organisation', 'province')),
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, person_id) references person
);

-- The tasks that are there already.
insert into task_life (province_id, task_id, plan_id, parent_id, origin, position, text, section, label, group_title,
                       products, words, state_since, printed_due_on, due_on, lead_ids, support_ids, gone_on)
select t.province_id, t.id, t.plan_id, t.parent_id, t.origin, t.position, v.text, v.section, v.label, v.group_title,
       coalesce((select array_agg(distinct p.kind) from deliverable p
                  where p.province_id = t.province_id and p.task_id = t.id and p.ended_on is null), '{}'),
       words_of(v.text), t.created_at, v.due_on, v.due_on,
       coalesce((select array_agg(a.organisation_id order by a.ordinal) from task_agency a
                  where a.province_id = t.province_id and a.task_id = t.id and a.version_ordinal = v.ordinal
                    and a.role = 'lead' and a.organisation_id is not null), '{}'),
       coalesce((select array_agg(a.organisation_id order by a.ordinal) from task_agency a
                  where a.province_id = t.province_id and a.task_id = t.id and a.version_ordinal = v.ordinal
                    and a.role = 'support' and a.organisation_id is not null), '{}'),
       v.valid_to
  from task t
  join task_version v on v.province_id = t.province_id and v.task_id = t.id
   and v.ordinal = (select max(w.ordinal) from task_version w where w.province_id = t.province_id and w.task_id = t.id);
