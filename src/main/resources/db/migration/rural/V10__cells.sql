-- A compound indicator stands in several cells: a fault is told at its own.
alter table rural.book_row add column cells text[];
comment on column rural.book_row.cells is 'of its figures, in the order of the parts';
