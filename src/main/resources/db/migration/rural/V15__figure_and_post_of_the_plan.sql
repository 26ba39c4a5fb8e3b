-- A plan line shows the figure its verdict rests on: where the district or the province wrote another than
-- the commune, theirs. The post proposed is that of the body proposed, and of no other that owes the line.
do $$
declare
  source text := pg_get_functiondef(
    'rural.plan_lines(int, int, date, int[], int[], bigint[], int[], text[], int[])'::regprocedure);
  told text := 's.figures, s.return_id is not null as returned';
  post text := 'coalesce(c.post, w.post) as post';
begin
  if position(told in source) = 0 or position(post in source) = 0 then
    raise exception 'plan_lines does not tell figures and posts as it did';
  end if;
  source := replace(source, told,
    'case when coalesce(s.appraise_id, s.verify_id) > s.claim_id
               then coalesce((select k.figures from rural.assessment k
                               where k.unit_id = s.unit_id and k.indicator_id = s.indicator_id
                                 and k.id = coalesce(s.appraise_id, s.verify_id)
                                 and k.period >= s.claim_period),
                             s.figures)
               else s.figures end as figures,
           s.return_id is not null as returned');
  execute replace(source, post,
    'coalesce(c.post,
                    case when c.body_id is null
                           or c.body_id = case w.level when ''commune'' then u.body_id
                                                       when ''district''
                                                         then coalesce(u.parent_body_id, u.body_id)
                                                       else coalesce(o.body_id, u.parent_body_id) end
                         then w.post end) as post');
end
$$;
