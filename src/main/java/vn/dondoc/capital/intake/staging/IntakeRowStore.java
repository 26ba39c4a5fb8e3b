package vn.dondoc.capital.intake.staging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.intake.layout.Item;
import vn.dondoc.capital.intake.layout.Role;

/** What was read of a file. */
@Repository
class IntakeRowStore {
  private static final String ADD_ROWS =
      """
      insert into capital.intake_row (reading_id, number, row, place, class, title, project_key,
                                      pool_key, pool_id, series, document, value_on, entry_kind,
                                      direction, amount_vnd, plan_vnd, outstanding_vnd, volume_vnd,
                                      disbursed_vnd, work_done_vnd, accepted_vnd, promised_next_vnd,
                                      expected_31_12_vnd, expected_31_1_vnd, difficulty)
      select :reading, r.* from unnest(
               :numbers::int[], :rows::int[], :places::text[], :classes::text[], :titles::text[],
               :projects::int[], :poolKeys::int[], :pools::int[], :series::text[],
               :documents::text[], :days::date[], :kinds::text[], :directions::smallint[],
               :amounts::bigint[], :plan::bigint[], :outstanding::bigint[], :volume::bigint[],
               :disbursed::bigint[], :work_done::bigint[], :accepted::bigint[],
               :promised_next::bigint[], :expected_31_12::bigint[], :expected_31_1::bigint[],
               :difficulties::text[]) as r
      """;
  private static final String ADD_KEYS =
      """
      insert into capital.intake_key (reading_id, number, what, words, code, budget_code, name, owner,
                                      owner_id, pool_id, why, place)
      select :reading, k.* from unnest(
               :numbers::int[], :whats::text[], :words::text[], :codes::text[], :budgets::text[],
               :names::text[], :owners::text[], :ownerIds::int[], :pools::int[], :whys::text[],
               :places::text[]) as k
      """;
  private static final String ADD_NOTES =
      """
      insert into capital.intake_note (reading_id, stops, place, key, arguments)
      select :reading, n.* from unnest(:stops::boolean[], :places::text[], :keys::text[],
                                       :arguments::text[]) as n
      """;
  private static final List<Role> STANDINGS =
      List.of(
          Role.PLAN,
          Role.OUTSTANDING,
          Role.VOLUME,
          Role.DISBURSED,
          Role.WORK_DONE,
          Role.ACCEPTED,
          Role.PROMISED_NEXT,
          Role.EXPECTED_31_12,
          Role.EXPECTED_31_1);

  private final JdbcClient jdbc;

  IntakeRowStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một dòng đã đọc.
   *
   * @param number its number in this reading
   * @param row of the sheet
   * @param place its cell
   * @param kind item, group, total or refused
   * @param title what a heading says
   * @param of the keys of an item's words
   * @param told what an item says
   */
  record Row(
      int number,
      int row,
      String place,
      String kind,
      @Nullable String title,
      Of of,
      Item.@Nullable Told told) {}

  /** Keys of a row's words, or the pool its column or heading is of. */
  record Of(@Nullable Integer project, @Nullable Integer poolKey, @Nullable Integer pool) {
    static final Of NOBODY = new Of(null, null, null);
  }

  /**
   * Một tên gọi trong tệp.
   *
   * @param number its number in this reading
   * @param words what a decision is remembered by
   * @param said a pool as its cell calls it; null for a project
   * @param subject the project; null for a pool
   * @param ownerId the owner the words name; null when they name none surely
   * @param pool what the words of a pool mean; null for a project
   * @param place the first cell it stands in
   */
  record Key(
      int number,
      String words,
      @Nullable String said,
      Item.@Nullable Subject subject,
      @Nullable Integer ownerId,
      PoolNames.@Nullable Meant pool,
      String place) {}

  /** Something to mend, or to look at. */
  record Note(boolean stops, String place, String key, List<Object> arguments) {}

  void addRows(long reading, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    JdbcClient.StatementSpec spec =
        jdbc.sql(ADD_ROWS)
            .param("reading", reading)
            .param("numbers", each(rows, Row::number, Integer[]::new))
            .param("rows", each(rows, Row::row, Integer[]::new))
            .param("places", each(rows, Row::place, String[]::new))
            .param("classes", each(rows, Row::kind, String[]::new))
            .param("titles", each(rows, Row::title, String[]::new))
            .param("projects", each(rows, row -> row.of().project(), Integer[]::new))
            .param("poolKeys", each(rows, row -> row.of().poolKey(), Integer[]::new))
            .param("pools", each(rows, row -> row.of().pool(), Integer[]::new))
            .param("series", each(rows, row -> entry(row, Item.Entry::series), String[]::new))
            .param("documents", each(rows, row -> entry(row, Item.Entry::number), String[]::new))
            .param("days", each(rows, row -> entry(row, e -> "" + e.day()), String[]::new))
            .param("kinds", each(rows, row -> entry(row, e -> e.kind().code()), String[]::new))
            .param("directions", each(rows, r -> entry(r, Item.Entry::direction), Integer[]::new))
            .param("amounts", each(rows, row -> entry(row, Item.Entry::amountVnd), Long[]::new))
            .param("difficulties", each(rows, IntakeRowStore::difficulty, String[]::new));
    for (Role role : STANDINGS) {
      spec = spec.param(role.code(), each(rows, row -> standing(row, role), Long[]::new));
    }
    spec.update();
  }

  void addKeys(long reading, Collection<Key> keys) {
    List<Key> all = List.copyOf(keys);
    if (all.isEmpty()) {
      return;
    }
    jdbc.sql(ADD_KEYS)
        .param("reading", reading)
        .param("numbers", each(all, Key::number, Integer[]::new))
        .param("whats", each(all, k -> k.subject() == null ? "pool" : "project", String[]::new))
        .param("words", each(all, Key::words, String[]::new))
        .param("codes", each(all, k -> subject(k, Item.Subject::code), String[]::new))
        .param("budgets", each(all, k -> subject(k, Item.Subject::budget), String[]::new))
        .param("names", each(all, IntakeRowStore::name, String[]::new))
        .param("owners", each(all, k -> subject(k, Item.Subject::owner), String[]::new))
        .param("ownerIds", each(all, Key::ownerId, Integer[]::new))
        .param("pools", each(all, IntakeRowStore::pool, Integer[]::new))
        .param("whys", each(all, k -> k.pool() == null ? null : k.pool().why(), String[]::new))
        .param("places", each(all, Key::place, String[]::new))
        .update();
  }

  void addNotes(long reading, List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    jdbc.sql(ADD_NOTES)
        .param("reading", reading)
        .param("stops", each(notes, Note::stops, Boolean[]::new))
        .param("places", each(notes, note -> Problems.clean(note.place()), String[]::new))
        .param("keys", each(notes, Note::key, String[]::new))
        .param(
            "arguments", each(notes, note -> Problems.arguments(note.arguments()), String[]::new))
        .update();
  }

  private static <T> @Nullable T entry(Row row, Function<Item.Entry, T> part) {
    return row.told() instanceof Item.Entry entry ? part.apply(entry) : null;
  }

  private static @Nullable Long standing(Row row, Role role) {
    Map<Role, Long> amounts =
        row.told() instanceof Item.Standing standing ? standing.amounts() : Map.of();
    return amounts.get(role);
  }

  private static @Nullable String difficulty(Row row) {
    return row.told() instanceof Item.Standing standing ? standing.difficulty() : null;
  }

  private static @Nullable String subject(Key key, Function<Item.Subject, String> part) {
    String text = key.subject() == null ? "" : part.apply(key.subject());
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String name(Key key) {
    return key.subject() == null ? key.said() : subject(key, Item.Subject::name);
  }

  private static @Nullable Integer pool(Key key) {
    return key.pool() == null || key.pool().pool() == null ? null : key.pool().pool().id();
  }

  private static <T, R> @Nullable R[] each(
      List<T> lines, Function<T, @Nullable R> value, IntFunction<R[]> array) {
    return lines.stream().map(value).toArray(array);
  }
}
