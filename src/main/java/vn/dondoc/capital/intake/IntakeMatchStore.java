package vn.dondoc.capital.intake;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

/** Names of a file that nobody is sure of, and what people said they mean. */
@Repository
class IntakeMatchStore {
  // Those that share most letters with the name, the same owner's first among equals.
  private static final String NEAR =
      """
      select k.number, c.project_id, c.code, c.budget_code, c.name, c.owner_id
        from capital.intake_key k
        cross join lateral (
          select v.project_id, v.code, v.budget_code, v.name, v.owner_id
            from (select distinct on (v.project_id) v.*
                    from project.version v order by v.project_id, v.step desc) v
           where public.similarity(v.name_folded, database.fold(k.name)) > 0.2
              or k.code in (v.code, v.budget_code) or k.budget_code = v.budget_code
           order by coalesce(k.code in (v.code, v.budget_code), false)
                      or coalesce(k.budget_code = v.budget_code, false) desc,
                    public.similarity(v.name_folded, database.fold(k.name))
                      + case when v.owner_id = k.owner_id then 0.15 else 0 end desc, v.project_id
           limit 5) c
       where k.reading_id = :reading and k.number = any(:keys)
      """;
  private static final String SAY =
      """
      insert into capital.intake_match (sender_id, what, words, project_id, pool_id, heading,
                                        by_account, by_name)
      select i.sender_id, k.what, k.words, :project, :pool, :heading, :account, :by
        from capital.intake_key k
        join capital.intake_reading g on g.id = k.reading_id
        join capital.intake i on i.id = g.intake_id
       where k.reading_id = :reading and k.number = :key
      """;

  private static final String SAY_SEVERAL =
      """
      insert into capital.intake_several (sender_id, number_key, series, number_year, by_account, by_name)
      select i.sender_id, capital.paper_key(r.document, r.series), '', extract(year from r.value_on),
             :account, :by
        from capital.intake_row r
        join capital.intake_reading g on g.id = r.reading_id
        join capital.intake i on i.id = g.intake_id
       where r.reading_id = :reading and r.number = :row and r.document is not null
          on conflict on constraint several_said_once do nothing
      """;
  // Of the whole voucher, whichever of its rows was asked about: held to the one that is booked,
  // else
  // to the one of the same file.
  private static final String SAY_PAPER =
      """
      insert into capital.intake_twin (sender_id, said_key, booked_key, value_on, same, by_account,
                                       by_name)
      select i.sender_id, r.said_key, coalesce(b.paper_key, s.said_key), r.value_on, :same, :account, :by
        from (select x.*, capital.paper_key(x.document, coalesce(x.series, '')) as said_key
                from capital.intake_row x
               where x.reading_id = :reading and x.number = :row and x.document is not null) r
        join capital.intake_reading g on g.id = r.reading_id
        join capital.intake i on i.id = g.intake_id
        join capital.intake_lines(:reading) n on n.number = r.number
        left join lateral capital.papers_like(
               n.line_id, r.value_on, r.entry_kind, r.direction, r.amount_vnd, r.said_key,
               capital.issuer_key(i.issuer)) b on true
        left join lateral (
          select capital.paper_key(y.document, coalesce(y.series, '')) as said_key
            from capital.intake_row y
            join capital.intake_lines(:reading) m on m.number = y.number and m.line_id = n.line_id
           where y.reading_id = :reading and y.value_on = r.value_on
             and y.entry_kind = r.entry_kind and y.direction = r.direction
             and y.amount_vnd = r.amount_vnd
             and starts_with(capital.paper_key(y.document, coalesce(y.series, '')), r.said_key || '/')
           order by y.number limit 1) s on b.paper_key is null
       where coalesce(b.paper_key, s.said_key) is not null
      """;

  private final JdbcClient jdbc;

  IntakeMatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một câu hỏi.
   *
   * @param key number of the name in the reading
   * @param isPool it is a source that is asked about; else a project
   * @param said what the file calls it
   * @param place the first cell it stands in
   * @param rows how many figures hang on it
   * @param vnd what they come to, đồng
   * @param near projects it may mean, the nearest first
   */
  record Question(
      int key, boolean isPool, Said said, String place, long rows, long vnd, List<Near> near) {
    /** Whom the code belongs to in the register: the name beside it is another's. */
    @Nullable Near coded() {
      return near.stream().filter(one -> one.isCoded(said)).findFirst().orElse(null);
    }
  }

  /** What the file calls a project or a source. */
  record Said(
      @Nullable String code,
      @Nullable String budget,
      @Nullable String name,
      @Nullable String owner) {
    /** As a sentence calls it: a title that stands in the column of codes is no code. */
    String called() {
      String words = name == null ? code == null ? budget : code : name;
      return words == null ? "–" : words;
    }
  }

  /** A project that may be meant. */
  record Near(long id, @Nullable String code, @Nullable String budget, String name, int ownerId) {
    private boolean isCoded(Said said) {
      return said.code() != null && (said.code().equals(code) || said.code().equals(budget))
          || said.budget() != null && said.budget().equals(budget);
    }
  }

  /** These questions with the projects each may mean. */
  List<Question> near(long reading, List<Question> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Near>> near = meant(reading, asked);
    return asked.stream()
        .map(q ->
            new Question(
                q.key(),
                q.isPool(),
                q.said(),
                q.place(),
                q.rows(),
                q.vnd(),
                near.getOrDefault(q.key(), List.of())))
        .toList();
  }

  private Map<Integer, List<Near>> meant(long reading, List<Question> asked) {
    Map<Integer, List<Near>> near = new LinkedHashMap<>();
    jdbc.sql(NEAR)
        .param("reading", reading)
        .param(
            "keys",
            asked.stream().filter(q -> !q.isPool()).map(Question::key).toArray(Integer[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    near.computeIfAbsent(row.getInt("number"), key -> new ArrayList<>())
                        .add(
                            new Near(
                                row.getLong("project_id"),
                                row.getString("code"),
                                row.getString("budget_code"),
                                row.getString("name"),
                                row.getInt("owner_id"))));
    return near;
  }

  /** Bodies that own projects within sight. */
  Set<Integer> owners() {
    return jdbc.sql("select distinct owner_id from project.version")
        .query((row, number) -> row.getInt(1))
        .set();
  }

  /** Which of the two a name of the reading is; empty when there is none of that number. */
  Optional<String> what(long reading, int key) {
    return jdbc.sql(
            "select what from capital.intake_key where reading_id = :reading and number = :key")
        .param("reading", reading)
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /**
   * Nghĩa của một tên gọi; neither of them leaves it out.
   *
   * @param heading its row begins a group
   */
  record Meant(@Nullable Long project, @Nullable Integer pool, boolean heading) {}

  /** Keeps what words of the sender mean. */
  void say(long reading, int key, Meant meant) {
    jdbc.sql(SAY)
        .param("reading", reading)
        .param("key", key)
        .param("project", meant.project(), Types.BIGINT)
        .param("pool", meant.pool(), Types.INTEGER)
        .param("heading", meant.heading())
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  /** Keeps that the voucher of a row has several rows of one line and kind. */
  void saySeveral(long reading, int row) {
    jdbc.sql(SAY_SEVERAL)
        .param("reading", reading)
        .param("row", row)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  /** Keeps whether the voucher of a row is the one that is booked under another spelling. */
  void sayPaper(long reading, int row, boolean same) {
    jdbc.sql(SAY_PAPER)
        .param("reading", reading)
        .param("row", row)
        .param("same", same)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }
}
