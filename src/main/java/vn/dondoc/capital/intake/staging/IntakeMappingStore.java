package vn.dondoc.capital.intake.staging;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.kernel.Acting;

/** How tables of a sender are read, and how one file was. */
@Repository
class IntakeMappingStore {
  private static final String KEEP =
      """
      insert into capital.intake_profile (sender_id, content, mapping, by_account, by_name)
      values (:sender, :content, :mapping, :account, :by)
      """;
  private static final String KEPT =
      """
      select mapping from capital.intake_profile
       where sender_id = :sender and content = :content
       order by id desc limit 1
      """;
  private static final String ADD =
      """
      insert into capital.intake_reading (intake_id, mapping, remembered, by_account, by_name)
      values (:intake, :mapping, :remembered, :account, :by)
      returning id
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  IntakeMappingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một lần đọc.
   *
   * @param mapping how
   * @param remembered the profile of the sender fitted, nobody was asked
   */
  record Told(Mapping mapping, boolean remembered) {}

  void keep(Intake.What what, Mapping mapping) {
    jdbc.sql(KEEP)
        .param("sender", what.senderId())
        .param("content", what.content().code())
        .param("mapping", written(mapping))
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  Optional<Mapping> kept(Intake.What what) {
    return jdbc.sql(KEPT)
        .param("sender", what.senderId())
        .param("content", what.content().code())
        .query(String.class)
        .optional()
        .map(IntakeMappingStore::read);
  }

  /** Rows of a sender a person said begin groups, by the words they are remembered by. */
  Set<String> headings(int sender) {
    return jdbc.sql("select words from capital.intake_said where sender_id = :sender and heading")
        .param("sender", sender)
        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
        .set();
  }

  long add(long intake, Mapping mapping, boolean remembered) {
    return jdbc.sql(ADD)
        .param("intake", intake)
        .param("mapping", written(mapping))
        .param("remembered", remembered)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .single();
  }

  Told reading(long id) {
    return jdbc.sql("select mapping, remembered from capital.intake_reading where id = :id")
        .param("id", id)
        .query((row, number) ->
            new Told(read(Objects.requireNonNull(row.getString(1))), row.getBoolean(2)))
        .single();
  }

  private static String written(Mapping mapping) {
    return JSON.writeValueAsString(mapping).replace("\\u0000", "");
  }

  private static Mapping read(String written) {
    return JSON.readValue(written, Mapping.class);
  }
}
