-- What waits for somebody is a small part of all tasks: few rows, found without reading the others.
create index task_life_asked on task_life (province_id, task_id) where asked_due_on is not null;
create index task_life_returned on task_life (province_id, task_id) where returned_on is not null;
create index task_life_parts_of on task_life (province_id, assigner_id, state) where origin = 'breakdown';
create index task_act_returns on task_act (province_id, task_id) where act = 'return' and undone_at is null;
