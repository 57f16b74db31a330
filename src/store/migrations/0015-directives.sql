-- Sản phẩm và ý kiến chỉ đạo: what a person adds has no sentence; why a directive was withdrawn; an item gives one directive.

alter table deliverable
  alter column span_start drop not null,
  alter column span_end drop not null;
create index deliverable_session on deliverable (province_id, plan_id, session_month) where session_month is not null;

alter table directive add column withdrawn_reason text;
create unique index directive_item on directive (province_id, document_id, item_id)
  where item_id is not null and withdrawn_at is null;
