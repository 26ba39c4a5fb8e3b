-- Rows that just came are few to a planner whose statistics are older than they are: it then goes through
-- the whole reading again for each of its rows. They are found by their key, whatever it believes.
alter function capital.intake_lines(bigint) set enable_nestloop = off;
do $$
declare
  source text := pg_get_functiondef('capital.intake_plan(bigint)'::regprocedure);
  said text[];
begin
  -- What stands there, and what shall stand there.
  foreach said slice 1 in array array[
    ['          from capital.intake_row t
          join capital.intake_lines(reading) n on n.number = t.number
         where t.reading_id = reading),',
     '          from capital.intake_lines(reading) n
         cross join lateral (
           select x.* from capital.intake_row x
            where x.reading_id = reading and x.number = n.number offset 0) t),'],
    ['    with t as (
      select x.*,',
     '    with n as materialized (
      select x.* from capital.intake_lines(reading) x),
    t as materialized (
      select x.*, n.project_id, n.pool_id as pool, n.line_id, n.how, n.state, n.why,'],
    ['        from capital.intake_row x
       where x.reading_id = reading),
    r as (',
     '        from n
       cross join lateral (
         select y.* from capital.intake_row y
          where y.reading_id = reading and y.number = n.number offset 0) x
       where n.state is distinct from ''left_out''),
    r as ('],
    ['             n.project_id, n.pool_id as pool, n.line_id, n.how, n.state, n.why,
             (row_number()',
     '             t.project_id, t.pool, t.line_id, t.how, t.state, t.why,
             (row_number()'],
    ['        from t
        join capital.intake_lines(reading) n on n.number = t.number
       where n.state is distinct from ''left_out''
',
     '        from t
'],
    ['order by n.line_id, t.entry_kind', 'order by t.line_id, t.entry_kind'],
    ['t.year, n.project_id, n.pool_id,', 't.year, t.project_id, t.pool,'],
    ['      from capital.intake_lines(reading) n
      join capital.intake_row t on t.reading_id = reading and t.number = n.number
     where n.state = ''left_out'';',
     '      from n
     cross join lateral (
       select y.* from capital.intake_row y
        where y.reading_id = reading and y.number = n.number offset 0) t
     where n.state = ''left_out'';']] loop
    if position(said[1] in source) = 0 then
      raise exception 'intake_plan does not say: %', said[1];
    end if;
    source := replace(source, said[1], said[2]);
  end loop;
  execute source;
end
$$;
