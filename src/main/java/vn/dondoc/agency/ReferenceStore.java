package vn.dondoc.agency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Brings the directory to what reference rows say; each statement returns how many rows changed.
 */
@Component
class ReferenceStore {
  private static final String FIRST_DAY = "'2004-08-31'::date";

  /** Bodies written down one by one. */
  static final String BODIES =
      """
      insert into agency.body (code, kind, place_id, valid, source, confidence, illustrative, note)
      select r.code, r.kind, (select distinct k.unit_id from place.known_unit k where k.key = r.place),
             daterange(coalesce(r.from_day, %1$s), r.until_day), r.source, r.confidence,
             r.confidence = 'illustrative', r.note
        from unnest(:code::text[], :kind::text[], :place::text[], :from::date[], :until::date[],
                    :source::text[], :confidence::text[], :note::text[])
             as r(code, kind, place, from_day, until_day, source, confidence, note)
      on conflict (code) do update
        set kind = excluded.kind, place_id = excluded.place_id, valid = excluded.valid,
            source = excluded.source, confidence = excluded.confidence,
            illustrative = excluded.illustrative, note = excluded.note
      where (body.kind, body.place_id, body.valid, body.source, body.confidence, body.note)
        is distinct from (excluded.kind, excluded.place_id, excluded.valid, excluded.source,
                          excluded.confidence, excluded.note)
      """
          .formatted(FIRST_DAY);

  static final String PARENTS =
      """
      update agency.body b set parent_id = p.id
        from unnest(:code::text[], :parent::text[]) as r(code, parent)
        join agency.body p on p.code = r.parent
       where b.code = r.code and b.parent_id is distinct from p.id
      """;

  /** Names of bodies written down one by one; two spellings with one key are one name. */
  static final String NAMES =
      """
      insert into agency.name (body_id, name, kind, valid)
      select distinct on (b.id, r.kind, agency.key(r.name)) b.id, r.name, r.kind, b.valid
        from unnest(:code::text[], :name::text[], :kind::text[]) with ordinality
             as r(code, name, kind, position)
        join agency.body b on b.code = r.code
       where not exists (select from agency.name n
                          where n.body_id = b.id and n.kind = r.kind and n.key = agency.key(r.name)
                            and n.valid && b.valid)
       order by b.id, r.kind, agency.key(r.name), r.position
      """;

  static final String HEADS =
      """
      insert into agency.post (body_id, title, head, valid)
      select b.id, r.title, true, b.valid
        from unnest(:code::text[], :title::text[]) as r(code, title)
        join agency.body b on b.code = r.code
       where r.title is not null
         and not exists (select from agency.post p where p.body_id = b.id and p.valid && b.valid)
      """;

  static final String SUCCESSIONS =
      """
      insert into agency.succession (body_id, successor_id, on_day, share, legal_basis, confidence)
      select b.id, s.id, r.on_day, r.share, r.basis, r.confidence
        from unnest(:code::text[], :successor::text[], :on::date[], :share::text[], :basis::text[],
                    :confidence::text[]) as r(code, successor, on_day, share, basis, confidence)
        join agency.body b on b.code = r.code
        join agency.body s on s.code = r.successor
      on conflict (body_id, successor_id) do nothing
      """;

  private static final String RULES =
      """
      rule as (
        select * from unnest(:prefix::text[], :level::text[], :types::text[], :kind::text[],
                             :title::text[])
          as r(prefix, level, types, kind, title)
      ),
      made as (
        select r.prefix || '-' || k.key as code, r.prefix, r.kind, r.title, k.unit_id, k.key, k.name,
               k.parent_id, k.valid, k.type, k.type_vi, k.level
          from rule r
          join place.known_unit k
            on k.level = r.level and (r.types is null or k.type = any(string_to_array(r.types, ' ')))
      )
      """;

  /** A body for every unit of a level, living as long as the unit. */
  static final String PLACE_BODIES =
      "with "
          + RULES
          + """
          insert into agency.body (code, kind, place_id, valid, source, confidence)
          select code, kind, unit_id, range_merge(range_agg(valid)), 'suy từ đơn vị hành chính', 'high'
            from made group by code, kind, unit_id
          on conflict (code) do update set kind = excluded.kind, valid = excluded.valid
          where (body.kind, body.valid) is distinct from (excluded.kind, excluded.valid)
          """;

  /** The committee above is that of the unit above; for the highest, the province's own. */
  static final String PLACE_PARENTS =
      "with "
          + RULES
          + """
          , above as (
            select distinct on (m.code) m.code, coalesce(p.id, t.id) as parent_id
              from made m
              left join place.known_unit k on k.unit_id = m.parent_id
              left join agency.body p on p.code = m.prefix || '-' || k.key
              left join agency.body t on t.code = m.prefix || '-TINH'
             order by m.code, upper(m.valid) desc nulls first
          )
          update agency.body b set parent_id = a.parent_id
            from above a where b.code = a.code and b.parent_id is distinct from a.parent_id
          """;

  static final String PLACE_NAMES =
      "with "
          + RULES
          + """
          , worded as (
            select m.code, m.valid, w.kind, w.position,
                   replace(replace(replace(w.pattern, '{type}', m.type_vi), '{name}', m.name), '{parent}',
                           coalesce((select p.type_vi || ' ' || p.name from place.known_unit p
                                      where p.unit_id = m.parent_id and p.valid @> lower(m.valid)), ''))
                     as name
              from made m
              join (select prefix, level, types, pattern, kind, position
                      from unnest(:w_prefix::text[], :w_level::text[], :w_types::text[], :w_pattern::text[],
                                  :w_kind::text[]) with ordinality
                        as w(prefix, level, types, pattern, kind, position)) w
                on w.prefix = m.prefix and w.level = m.level
               and (w.types is null or m.type = any(string_to_array(w.types, ' ')))
          )
          insert into agency.name (body_id, name, kind, valid)
          select distinct on (b.id, w.kind, agency.key(w.name), lower(w.valid)) b.id, w.name, w.kind, w.valid
            from worded w join agency.body b on b.code = w.code
           where not exists (select from agency.name n
                              where n.body_id = b.id and n.kind = w.kind and n.key = agency.key(w.name)
                                and n.valid && w.valid)
           order by b.id, w.kind, agency.key(w.name), lower(w.valid), w.position
          """;

  static final String PLACE_HEADS =
      "with "
          + RULES
          + """
          insert into agency.post (body_id, title, head, valid)
          select distinct b.id, m.title, true, b.valid
            from made m join agency.body b on b.code = m.code
           where m.title is not null
             and not exists (select from agency.post p where p.body_id = b.id and p.valid && b.valid)
          """;

  /**
   * Work follows the place: to the unit that took it over; a district's, to its communes' heirs.
   */
  static final String PLACE_SUCCESSIONS =
      "with "
          + RULES
          + """
          , heir as (
            select m.prefix, m.code, g.to_id, g.on_day, g.share, g.legal_basis, g.confidence
              from made m join place.known_lineage g on g.from_id = m.unit_id and g.on_day = upper(m.valid)
            union
            select m.prefix, m.code, g.to_id, g.on_day, 'part', g.legal_basis, g.confidence
              from made m
              join place.known_unit c on c.parent_id = m.unit_id and upper(c.valid) = upper(m.valid)
              join place.known_lineage g on g.from_id = c.unit_id and g.on_day = upper(m.valid)
          )
          insert into agency.succession (body_id, successor_id, on_day, share, legal_basis, confidence)
          select distinct on (b.id, s.id) b.id, s.id, h.on_day, h.share, h.legal_basis, h.confidence
            from heir h
            join agency.body b on b.code = h.code
            join place.known_unit k on k.unit_id = h.to_id
            join agency.body s on s.code = h.prefix || '-' || k.key
           order by b.id, s.id, h.share desc, h.confidence
          on conflict (body_id, successor_id) do nothing
          """;

  /** Members a rule gives a group, for as long as member, unit and attribute all say so. */
  static final String MEMBERS =
      """
      with rule as (
        select * from unnest(:group::text[], :code::text[], :kind::text[], :prefix::text[],
                             :level::text[], :type::text[], :attribute::text[], :value::text[])
          as r(grp, code, kind, prefix, level, type, attribute, value)
      ),
      fitting as (
        select r.grp, b.id as member_id, b.valid as span, false as illustrative
          from rule r
          join agency.body b on (r.code is null or b.code = r.code) and (r.kind is null or b.kind = r.kind)
         where r.prefix is null and b.kind <> 'GROUP'
        union all
        select r.grp, b.id, b.valid * k.valid * coalesce(a.valid, b.valid),
               coalesce(a.illustrative, false)
          from rule r
          join place.known_unit k
            on (r.level is null or k.level = r.level) and (r.type is null or k.type = r.type)
          join agency.body b on b.code = r.prefix || '-' || k.key
          left join place.known_attribute a
            on a.unit_id = k.unit_id and a.key = r.attribute and a.value = r.value
         where r.prefix is not null and (r.attribute is null or a.unit_id is not null)
      ),
      lasting as (
        select g.id as group_id, f.member_id, g.source, bool_or(f.illustrative) as illustrative,
               unnest(range_agg(f.span * g.valid)) as valid
          from fitting f join agency.body g on g.code = f.grp
         where not isempty(f.span * g.valid)
         group by g.id, f.member_id, g.source
      )
      insert into agency.membership (group_id, member_id, valid, source, illustrative)
      select group_id, member_id, valid, source, illustrative from lasting
      on conflict (group_id, member_id, lower(valid)) do update
        set valid = excluded.valid, source = excluded.source, illustrative = excluded.illustrative
      where (membership.valid, membership.source, membership.illustrative)
        is distinct from (excluded.valid, excluded.source, excluded.illustrative)
      """;

  static final String TRIMMINGS =
      """
      insert into agency.trimming (words, at_end)
      select words, at = 'end' from unnest(:words::text[], :at::text[]) as r(words, at)
      on conflict (words) do update set at_end = excluded.at_end
      where trimming.at_end is distinct from excluded.at_end
      """;

  static final String VAGUE =
      """
      insert into agency.vague (words) select words from unnest(:words::text[]) as r(words)
      on conflict (words) do nothing
      """;

  private final JdbcClient jdbc;

  ReferenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Runs one statement with a column of values per parameter. */
  int apply(String statement, Map<String, ? extends List<? extends @Nullable String>> columns) {
    StatementSpec spec = jdbc.sql(statement);
    columns.forEach((name, values) -> spec.param(name, values.toArray(String[]::new)));
    return spec.update();
  }
}
