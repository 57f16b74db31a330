-- Sign-in completed, people found by their names, settings, tokens.

-- Wrong attempts (tạm khóa đăng nhập), kept for every login that was tried, whether somebody has it or not, so that
-- a lock does not tell who has an account.
create table lock_out (
  province_id integer not null references province,
  -- SHA-256 of the login.
  login_hash text not null,
  failures timestamptz[] not null default '{}',
  locked_until timestamptz,
  lock_count integer not null default 0,
  tried_at timestamptz not null,
  primary key (province_id, login_hash)
);
create index lock_out_tried on lock_out (province_id, tried_at);

alter table person
  drop column failures,
  drop column locked_until,
  drop column lock_count,
  -- A second factor that was begun and not yet confirmed; sealed like totp_secret.
  add column totp_pending text,
  -- Name, login and address folded, to be searched.
  add column folded text not null default '',
  add column anonymised_at timestamptz;
update person set folded = lower(unaccent(full_name || ' ' || login || ' ' || coalesce(email, '')));
create index person_folded on person using gin (folded gin_trgm_ops);
create index person_name on person (province_id, full_name collate "vi-VN-x-icu", id);

-- Devices that a person has signed in from: SHA-256 of what their cookie holds.
create table known_device (
  province_id integer not null,
  person_id uuid not null,
  device_hash text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (province_id, person_id, device_hash),
  foreign key (province_id, person_id) references person on delete cascade
);

-- Taken by one change at a time.
alter table post_holder add column version integer not null default 1;
create index password_reset_person on password_reset (province_id, person_id, created_at);
