-- Plans: targets and tasks with their versions, deliverables, proposed reporting regimes, diffs, catalogue of the province.

create table plan (
  province_id integer not null references province,
  id uuid not null,
  title text not null,
  year_from integer not null,
  year_to integer not null,
  state text not null check (state in ('published', 'closed')),
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_id, id),
  check (year_from <= year_to)
);
create index plan_year on plan (province_id, year_to desc, year_from);

-- Documents that a plan was made of and amended by, in order.
create table plan_source (
  province_id integer not null,
  plan_id uuid not null,
  ordinal integer not null,
  document_id uuid not null,
  reading_id uuid not null,
  reader text not null,
  role text not null check (role in ('base', 'further', 'amendment')),
  -- Day from which it counts.
  effective_on date not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (province_id, plan_id, ordinal),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, document_id) references document
);
create index plan_source_document on plan_source (province_id, document_id);

create table indicator (
  province_id integer not null references province,
  id uuid not null,
  -- Code of the catalogue; one that the province adds begins with `x-`.
  code text not null,
  name text not null,
  unit text,
  kind text,
  direction text,
  -- catalogue: of the common catalogue; proposed, accepted, refused: proposed by a reviewer.
  state text not null check (state in ('catalogue', 'proposed', 'accepted', 'refused')),
  synonyms text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_id, id),
  unique (province_id, code)
);

create table target (
  province_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  -- Order of the resolution.
  position double precision not null,
  indicator_id uuid,
  created_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, indicator_id) references indicator
);
create index target_plan on target (province_id, plan_id, position);
create index target_indicator on target (province_id, indicator_id);

create table target_version (
  province_id integer not null,
  target_id uuid not null,
  ordinal integer not null,
  -- In force from this day, until the next version or the end.
  valid_from date not null,
  valid_to date,
  name text not null,
  section text not null,
  group_title text,
  -- Năm của chỉ tiêu; null when the text names none.
  year integer,
  measure text not null check (measure in ('level', 'increase', 'decrease')),
  comparator text not null check (comparator in ('=', '>', '>=', '<', '<=', '~', 'range')),
  -- Exact, with the printed precision in its scale.
  value numeric not null,
  value_max numeric,
  unit text,
  cumulative boolean not null default false,
  document_id uuid not null,
  item_id uuid not null,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  recorded_at timestamptz not null,
  primary key (province_id, target_id, ordinal),
  foreign key (province_id, target_id) references target,
  foreign key (province_id, document_id) references document
);
create index target_version_document on target_version (province_id, document_id);

create table target_lead (
  province_id integer not null,
  target_id uuid not null,
  ordinal integer not null,
  organisation_id uuid,
  name text not null,
  primary key (province_id, target_id, ordinal),
  foreign key (province_id, target_id) references target,
  foreign key (province_id, organisation_id) references organisation
);

create table task (
  province_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  position double precision not null,
  created_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plan
);
create index task_plan on task (province_id, plan_id, position);

create table task_version (
  province_id integer not null,
  task_id uuid not null,
  ordinal integer not null,
  valid_from date not null,
  valid_to date,
  text text not null,
  section text not null,
  label text,
  group_title text,
  due_on date,
  due_quote text,
  document_id uuid not null,
  item_id uuid not null,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  recorded_at timestamptz not null,
  primary key (province_id, task_id, ordinal),
  foreign key (province_id, task_id) references task,
  foreign key (province_id, document_id) references document
);
create index task_version_document on task_version (province_id, document_id);

create table task_agency (
  province_id integer not null,
  task_id uuid not null,
  version_ordinal integer not null,
  ordinal integer not null,
  role text not null check (role in ('lead', 'support')),
  organisation_id uuid,
  name text not null,
  primary key (province_id, task_id, version_ordinal, ordinal),
  foreign key (province_id, task_id, version_ordinal) references task_version,
  foreign key (province_id, organisation_id) references organisation
);
create index task_agency_organisation on task_agency (province_id, organisation_id);

create table deliverable (
  province_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  task_id uuid not null,
  kind text not null,
  name text not null,
  due_on date,
  span_start integer not null,
  span_end integer not null,
  ended_on date,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, task_id) references task
);
create index deliverable_plan on deliverable (province_id, plan_id);
create index deliverable_task on deliverable (province_id, task_id);

create table reporting_regime (
  province_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  cadence text not null,
  due text,
  reporter text,
  recipient text,
  document_id uuid not null,
  span_start integer not null,
  span_end integer not null,
  quote text not null,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, document_id) references document
);

-- What an amending document would change in a plan.
create table plan_diff (
  province_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  document_id uuid not null,
  reading_id uuid not null,
  state text not null default 'open' check (state in ('open', 'applied', 'discarded')),
  effective_on date not null,
  created_by uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references plan,
  foreign key (province_id, document_id) references document
);

create table plan_diff_item (
  province_id integer not null,
  diff_id uuid not null,
  id uuid not null,
  position integer not null,
  subject text not null check (subject in ('target', 'task')),
  change text not null check (change in ('new', 'changed', 'gone')),
  -- The target or task of the plan that is changed or gone.
  subject_id uuid,
  -- The review item of the amending document.
  item_id uuid,
  before jsonb,
  after jsonb,
  fields text[] not null default '{}',
  decision text not null default 'open' check (decision in ('open', 'applied', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (province_id, diff_id, id),
  foreign key (province_id, diff_id) references plan_diff
);
create index plan_diff_item_order on plan_diff_item (province_id, diff_id, position);
