-- A part of a task that was read from an agency's action plan: the document and the words that it stands on.
alter table task_life
  add column source_document_id uuid,
  add column source_start integer,
  add column source_end integer,
  add column source_quote text,
  add foreign key (province_id, source_document_id) references document;
create index task_life_source on task_life (province_id, source_document_id) where source_document_id is not null;
-- Which agencies of a plan were reminded of theirs, and when last.
alter table action_plan add column reminded_at timestamptz;
