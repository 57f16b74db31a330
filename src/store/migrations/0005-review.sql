-- An item that a person added and took back is retired as `undone`.
alter table review_item drop constraint review_item_retired_check;
alter table review_item add constraint review_item_retired_check
  check (retired in ('merged', 'split', 'not-found', 'undone'));
