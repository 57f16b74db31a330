-- Lists of many tasks find their rows in the index alone, with all that most filters ask for; the rows themselves are read
-- for one page only.
drop index task_life_order;
create index task_life_order on task_life (province_id, plan_id, position, task_id)
  include (state, due_on, reported_on, done_on, gone_on, section, origin, parent_id);
drop index task_life_due;
create index task_life_due on task_life (province_id, due_on, task_id)
  include (state, plan_id, position, reported_on, done_on, gone_on, section, origin, parent_id);
drop index task_life_told;
create index task_life_state on task_life (province_id, state, due_on, task_id)
  include (plan_id, position, reported_on, done_on, gone_on, origin);
create index task_life_recent on task_life (province_id, told_at desc nulls last, task_id desc);
