-- The month within a cycle: "ngày 5 tháng đầu quý" is 1, "ngày 10/12 hằng năm" is 12.
alter table task.version add column due_month int check (due_month between 1 and 24);

-- A view keeps the columns it was made with.
create or replace view task.current with (security_invoker = true) as
  select distinct on (task_id) *
    from task.version
   order by task_id, number desc;
