-- Clashes of inspections that somebody accepted, and how webhooks fare.

-- Two inspections that clash, and why they stay so. `facts` is what clashed: when that changes, it is asked for anew.
create table inspection_clash (
  province_id integer not null references province,
  first_id uuid not null,
  second_id uuid not null,
  facts text not null,
  reason text not null,
  person_id uuid,
  post_id uuid,
  at timestamptz not null,
  primary key (province_id, first_id, second_id),
  foreign key (province_id, first_id) references inspection on delete cascade,
  foreign key (province_id, second_id) references inspection on delete cascade,
  check (first_id < second_id)
);

alter table webhook
  -- Since when nothing has been delivered; null: the last one was.
  add column failing_since timestamptz,
  -- Paused by the server itself after one telling was given up.
  add column paused_at timestamptz;

alter table webhook_delivery
  -- When it is tried next.
  add column next_at timestamptz;
create index webhook_delivery_waiting on webhook_delivery (province_id, webhook_id, event_seq) where state = 'waiting';

create index backlog_step_case on backlog_step (province_id, case_id, ordinal);
create index backlog_note_case on backlog_note (province_id, case_id, at);
create index calendar_feed_person on calendar_feed (province_id, person_id);
