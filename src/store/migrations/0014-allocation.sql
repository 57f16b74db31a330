-- Phân bổ: how the figures of periods stand to the whole, with how many decimal places parts are given.

alter table allocation
  -- adds: periods add up to the whole. last: the last one is the whole. running: each counts all up to it (lũy kế).
  add column course text not null default 'adds' check (course in ('adds', 'last', 'running')),
  add column places integer not null default 0 check (places between 0 and 6);

-- One division of a whole by organisations and one by periods is in force.
create unique index allocation_in_force on allocation
  (province_id, target_id, coalesce(parent_part_id, '00000000-0000-0000-0000-000000000000'), dimension)
  where ended_at is null;
create index allocation_parent on allocation (province_id, parent_part_id) where parent_part_id is not null;
