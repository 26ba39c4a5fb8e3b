-- Without a path of its own the function is taken into the query that asks it, so that a question
-- about one body reads the rows of that body only. Every name in it carries its schema.
alter function task.duties_on(date) reset search_path;

-- What waits for a decision is looked for on every page: the reports, and the extensions asked.
create index fact_report on task.fact (duty_id, step) where kind = 'report';
create index fact_extension_asked on task.fact (duty_id, step) where kind = 'ask_extension';
create index duty_without_date on task.duty (id) where due_on is null;
