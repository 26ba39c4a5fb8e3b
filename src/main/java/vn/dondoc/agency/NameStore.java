package vn.dondoc.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which body a text means: one query from the words as written to bodies and certainty. */
@Component
class NameStore {
  /**
   * The words as written are tried first, then without a post before them or the province after
   * them; the fewer words dropped the better. Only when no name fits are near ones looked for.
   */
  static final String RESOLVE =
      """
      with recursive asked as materialized (
        select agency.key(:words) as key, database.fold(:words) as folded
      ),
      tried(key, dropped) as (
        select key, 0 from asked
        union
        select case when t.at_end then left(tried.key, length(tried.key) - length(t.key))
                    else substr(tried.key, length(t.key) + 1) end,
               dropped + 1
          from tried
          join agency.trimming t
            on case when t.at_end then right(tried.key, length(t.key)) = t.key
                    else left(tried.key, length(t.key)) = t.key end
         where dropped < 4 and length(tried.key) > length(t.key)
      ),
      vague as (
        select 1 from agency.vague v where v.key = (select key from asked)
        union all
        select 1 from asked where folded like '%lien quan%'
      ),
      fitting as (
        select n.body_id, n.kind, tried.dropped, 1::real as nearness
          from (select key, min(dropped) as dropped from tried group by key limit 40) tried
         cross join lateral (select * from agency.name one
                              where one.key = tried.key and one.valid @> :day::date limit 40) n
         where not exists (select from vague)
            -- Whom somebody entered under just these words is meant by them.
            or tried.dropped = 0 and n.kind = 'official'
      ),
      near as (
        select n.body_id, 'near' as kind, 9 as dropped, similarity(n.folded, (select folded from asked)) as nearness
          from agency.name n
         where n.folded % (select folded from asked) and n.valid @> :day::date
           and similarity(n.folded, (select folded from asked)) >= 0.4
           and not exists (select from fitting) and not exists (select from vague)
           and not exists (select from tried join agency.vague v on v.key = tried.key)
      )
      select hit.kind as hit, hit.dropped, b.id, b.code, b.kind, b.place_id, b.parent_id,
             (select n.name from agency.name n where n.body_id = b.id and n.kind = 'official'
               order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) as name,
             (select n.name from agency.name n
               where n.body_id = b.id and n.kind = 'abbreviation' and n.valid @> :day::date
               order by n.id limit 1) as short_name
        from (select * from fitting union all select * from near) hit
        join agency.body b on b.id = hit.body_id and b.valid @> :day::date
       order by hit.dropped, hit.nearness desc, hit.kind <> 'official', b.code
       limit 40
      """;

  // Many texts at once: the same question, asked beside each of them.
  private static final String RESOLVE_ALL =
      "select w.words as asked, r.* from unnest(:texts::text[]) as w (words) cross join lateral\n"
          + "(select q.*, row_number() over () as place from (\n"
          + RESOLVE.replace(":words", "w.words")
          + ") q) r order by w.words, r.place";

  private static final int SUGGESTIONS = 6;

  private final JdbcClient jdbc;

  NameStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Hit(String kind, int dropped, Body body) {}

  Resolution resolve(String asWritten, LocalDate day) {
    List<Hit> hits =
        jdbc.sql(RESOLVE).param("words", asWritten).param("day", day).query(NameStore::hit).list();
    return resolution(hits);
  }

  Map<String, Resolution> resolveAll(Collection<String> texts, LocalDate day) {
    Map<String, List<Hit>> hits = new HashMap<>();
    jdbc.sql(RESOLVE_ALL)
        .param("texts", texts.stream().distinct().toArray(String[]::new))
        .param("day", day)
        .query((row, number) -> Map.entry(row.getString("asked"), hit(row, number)))
        .list()
        .forEach(found ->
            hits.computeIfAbsent(found.getKey(), text -> new ArrayList<>()).add(found.getValue()));
    Map<String, Resolution> all = new HashMap<>();
    texts.forEach(text -> all.put(text, resolution(hits.getOrDefault(text, List.of()))));
    return all;
  }

  private static Resolution resolution(List<Hit> hits) {
    if (hits.isEmpty()) {
      return new Resolution(List.of(), Certainty.UNKNOWN);
    }
    Hit best = hits.getFirst();
    Map<Integer, Body> bodies = new LinkedHashMap<>();
    hits.stream()
        .filter(h -> h.dropped() == best.dropped())
        .forEach(h -> bodies.putIfAbsent(h.body().id(), h.body()));
    List<Body> found = bodies.values().stream().toList();
    if (best.kind().equals("near")) {
      return new Resolution(found.stream().limit(SUGGESTIONS).toList(), Certainty.SIMILAR);
    }
    if (found.size() > 1) {
      return new Resolution(found, Certainty.SIMILAR);
    }
    return new Resolution(found, certaintyOf(best));
  }

  private static Certainty certaintyOf(Hit hit) {
    if (hit.body().isGroup()) {
      return Certainty.GROUP;
    }
    return hit.kind().equals("official") && hit.dropped() == 0 ? Certainty.EXACT : Certainty.ALIAS;
  }

  private static Hit hit(ResultSet row, int number) throws SQLException {
    return new Hit(row.getString("hit"), row.getInt("dropped"), BodyStore.body(row, number));
  }
}
