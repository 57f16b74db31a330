-- A document may take the whole place of an earlier one, and a plan can be withdrawn as long as nothing stands on it.
alter table plan_source drop constraint plan_source_role_check;
alter table plan_source add constraint plan_source_role_check check (role in ('base', 'further', 'amendment', 'replacement'));
alter table plan drop constraint plan_state_check;
alter table plan add constraint plan_state_check check (state in ('published', 'closed', 'withdrawn'));
alter table plan_diff add column role text not null default 'amendment' check (role in ('further', 'amendment', 'replacement'));
alter table plan_diff add column unchanged integer not null default 0;
-- Versions that applying a diff made and closed, so that it can be taken back.
alter table plan_diff_item add column made_id uuid;
alter table plan_diff_item add column made_ordinal integer;
create index target_version_now on target_version (province_id, target_id) where valid_to is null;
create index task_version_due on task_version (province_id, due_on) where valid_to is null;
