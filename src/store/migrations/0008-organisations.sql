-- Legal bases (căn cứ pháp lý) of what happens to an organisation; the log found by its day.

alter table organisation
  add column basis text,
  add column ended_basis text;
alter table organisation_name add column basis text;
-- The main successor first.
alter table organisation_lineage add column ordinal integer not null default 0;
create index organisation_lineage_predecessor on organisation_lineage (province_id, predecessor_id);
create index organisation_lineage_successor on organisation_lineage (province_id, successor_id);
create index organisation_parent_above on organisation_parent (province_id, parent_id);
