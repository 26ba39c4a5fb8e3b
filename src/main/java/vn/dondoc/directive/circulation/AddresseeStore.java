package vn.dondoc.directive.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Actor;

@Repository
class AddresseeStore {
  private static final String PAPER =
      """
      select id, coalesce(kind, 'Văn bản') || coalesce(' ' || number, '') as title, issued_on,
             recipients, state = 'confirmed' as confirmed
        from directive.document where id = :id
      """;
  private static final String ADD =
      """
      insert into directive.addressee (document_id, ordinal, words, line, onward, suggestions)
      select :document, r.ordinal, r.words, r.line, r.onward, r.suggestions::int[]
        from unnest(:words::text[], :lines::text[], :onward::text[], :suggestions::text[])
               with ordinality as r (words, line, onward, suggestions, ordinal)
      on conflict do nothing
      """;
  private static final String OF_DOCUMENT =
      """
      select a.*, c.body_id, c.why, c.id is not null as settled,
             case when b.kind = 'GROUP'
                  then (select count(*) from agency.membership m
                         where m.group_id = b.id and m.valid @> :of::date)
                  else 1 end as members
        from directive.addressee a
        left join lateral (select * from directive.addressee_choice c
                            where c.addressee_id = a.id order by c.id desc limit 1) c on true
        left join agency.body b on b.id = c.body_id
       where a.document_id = :document
       order by a.ordinal
      """;
  private static final String COUNT_OPEN =
      """
      select count(*) from directive.addressee a
       where a.document_id = :document
         and not exists (select from directive.addressee_choice c where c.addressee_id = a.id)
      """;
  private static final String CHOOSE =
      """
      insert into directive.addressee_choice (addressee_id, body_id, why, on_day, by_account, by_name)
      values (:addressee, :body, :why, :day, :by, :byName)
      """;
  private static final String CHOOSE_ALL =
      """
      insert into directive.addressee_choice (addressee_id, body_id, on_day, by_account, by_name)
      select c.addressee_id, c.body_id, :day, :by, :byName
        from unnest(:addressees::bigint[], :bodies::int[]) as c (addressee_id, body_id)
      """;
  private static final String MEMBERS =
      """
      select m.group_id, count(*) from agency.membership m
       where m.group_id = any(:groups::int[]) and m.valid @> :of::date group by m.group_id
      """;

  private final JdbcClient jdbc;
  private final Bodies bodies;

  AddresseeStore(JdbcClient jdbc, Bodies bodies) {
    this.jdbc = jdbc;
    this.bodies = bodies;
  }

  /**
   * What is known of a document here.
   *
   * @param id its id
   * @param title what to call it
   * @param issuedOn ngày ban hành
   * @param recipients the lines as written
   * @param confirmed its tasks are given
   */
  record Paper(
      long id,
      String title,
      @Nullable LocalDate issuedOn,
      List<String> recipients,
      boolean confirmed) {
    /** The day groups are counted on: the document's, else the province's. */
    LocalDate dayOr(LocalDate today) {
      return issuedOn == null ? today : issuedOn;
    }
  }

  Optional<Paper> paper(long id) {
    return jdbc.sql(PAPER)
        .param("id", id)
        .query((row, number) ->
            new Paper(
                row.getLong("id"),
                row.getString("title"),
                row.getObject("issued_on", LocalDate.class),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getBoolean("confirmed")))
        .optional();
  }

  void add(long document, List<AddresseeReading.Read> all) {
    jdbc.sql(ADD)
        .param("document", document)
        .param("words", all.stream().map(AddresseeReading.Read::words).toArray(String[]::new))
        .param("lines", all.stream().map(AddresseeReading.Read::line).toArray(String[]::new))
        .param("onward", all.stream().map(AddresseeReading.Read::onward).toArray(String[]::new))
        .param("suggestions", all.stream().map(AddresseeStore::ids).toArray(String[]::new))
        .update();
  }

  private static String ids(AddresseeReading.Read read) {
    return read.meant().bodies().stream()
        .map(body -> Integer.toString(body.id()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  void choose(long addressee, @Nullable Integer body, @Nullable String why, Told told) {
    jdbc.sql(CHOOSE)
        .param("addressee", addressee)
        .param("body", body, Types.INTEGER)
        .param("why", why, Types.VARCHAR)
        .param("day", told.day())
        .param("by", told.by().accountId())
        .param("byName", told.by().name())
        .update();
  }

  void chooseAll(List<CirculationStore.Target> targets, Told told) {
    jdbc.sql(CHOOSE_ALL)
        .param(
            "addressees",
            targets.stream().map(CirculationStore.Target::addressee).toArray(Long[]::new))
        .param(
            "bodies", targets.stream().map(CirculationStore.Target::body).toArray(Integer[]::new))
        .param("day", told.day())
        .param("by", told.by().accountId())
        .param("byName", told.by().name())
        .update();
  }

  /** When and by whom something is recorded. */
  record Told(LocalDate day, Actor by) {}

  private record Row(
      long id,
      String words,
      String line,
      @Nullable String onward,
      @Nullable Integer body,
      int members,
      boolean settled,
      @Nullable String why,
      List<Integer> suggestions) {}

  /** The recipients a document names, in its order, as they are settled now. */
  List<Addressee> of(long document, LocalDate countedOn) {
    List<Row> rows =
        jdbc.sql(OF_DOCUMENT)
            .param("document", document)
            .param("of", countedOn)
            .query(AddresseeStore::row)
            .list();
    Set<Integer> ids = new HashSet<>();
    for (Row row : rows) {
      ids.addAll(row.suggestions());
      if (row.body() != null) {
        ids.add(row.body());
      }
    }
    Map<Integer, Body> known =
        ids.isEmpty()
            ? Map.of()
            : bodies.find(new ArrayList<>(ids)).stream()
                .collect(Collectors.toMap(Body::id, body -> body, (a, b) -> a));
    return rows.stream().map(row -> addressee(row, known)).toList();
  }

  /** How many of them nobody has settled. */
  int countOpen(long document) {
    return jdbc.sql(COUNT_OPEN).param("document", document).query(Integer.class).single();
  }

  private static Addressee addressee(Row row, Map<Integer, Body> known) {
    return new Addressee(
        row.id(),
        row.words(),
        row.line(),
        row.onward(),
        row.body() == null ? null : known.get(row.body()),
        row.members(),
        row.settled(),
        row.why(),
        row.suggestions().stream().filter(known::containsKey).map(known::get).toList());
  }

  /** How many members each of these groups has on a day. */
  Map<Integer, Integer> members(List<Integer> groups, LocalDate countedOn) {
    return jdbc
        .sql(MEMBERS)
        .param("groups", groups.toArray(Integer[]::new))
        .param("of", countedOn)
        .query((row, number) -> Map.entry(row.getInt(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    int body = row.getInt("body_id");
    boolean nobody = row.wasNull();
    return new Row(
        row.getLong("id"),
        row.getString("words"),
        row.getString("line"),
        row.getString("onward"),
        nobody ? null : Integer.valueOf(body),
        row.getInt("members"),
        row.getBoolean("settled"),
        row.getString("why"),
        Arrays.asList((Integer[]) row.getArray("suggestions").getArray()));
  }
}
