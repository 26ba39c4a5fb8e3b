package vn.dondoc.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Actor;

@Repository
class ProposalStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ADD =
      """
      insert into directive.proposal (document_id, ordinal, content)
      values (:document, :ordinal, :content::jsonb)
      returning id
      """;
  private static final String OF =
      """
      select id, ordinal, revision, state, content::text as content, reason, changed_by, changed_at
        from directive.proposal
       where document_id = :document and state <> 'replaced'
       order by ordinal, id
      """;
  private static final String FIND =
      """
      select id, ordinal, revision, state, content::text as content, reason, changed_by, changed_at
        from directive.proposal
       where document_id = :document and id = :id
      """;
  private static final String CHANGE =
      """
      update directive.proposal
         set state = :state, content = :content::jsonb, reason = :reason,
             revision = revision + 1, changed_by = :by, changed_at = now()
       where id = :id and revision = :revision
      """;
  private static final String LOG =
      """
      insert into directive.review_act (document_id, act, before, after, account, account_name)
      values (:document, :act, :before::jsonb, :after::jsonb, :account, :name)
      """;
  private static final String LAST =
      """
      select id, act, before::text as before, after::text as after
        from directive.review_act
       where document_id = :document and account = :account and not undone
       order by id desc limit 1
      """;
  private static final String UNDONE =
      "update directive.review_act set undone = true where id = :id";

  private final JdbcClient jdbc;

  ProposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a proposal stood before and after an act.
   *
   * @param id the proposal
   * @param revision its revision then
   * @param state its state then
   * @param content its content then
   * @param reason its reason then
   */
  record Snapshot(
      long id,
      int revision,
      Proposal.State state,
      ProposalContent content,
      @Nullable String reason) {
    static Snapshot of(Proposal proposal) {
      return new Snapshot(
          proposal.id(),
          proposal.revision(),
          proposal.state(),
          proposal.content(),
          proposal.reason());
    }
  }

  /**
   * An act of the log.
   *
   * @param id its id
   * @param act what was done
   * @param before the proposals as they were
   * @param after the proposals as they became
   */
  record LoggedAct(long id, String act, List<Snapshot> before, List<Snapshot> after) {}

  void addAll(long document, List<ProposalContent> contents) {
    double ordinal = 0;
    for (ProposalContent content : contents) {
      add(document, ++ordinal, content);
    }
  }

  long add(long document, double ordinal, ProposalContent content) {
    return jdbc.sql(ADD)
        .param("document", document)
        .param("ordinal", ordinal)
        .param("content", JSON.writeValueAsString(content))
        .query(Long.class)
        .single();
  }

  List<Proposal> of(long document) {
    return jdbc.sql(OF).param("document", document).query(ProposalStore::proposal).list();
  }

  Optional<Proposal> find(long document, long id) {
    return jdbc.sql(FIND)
        .param("document", document)
        .param("id", id)
        .query(ProposalStore::proposal)
        .optional();
  }

  /** Writes a proposal anew if nobody did since the revision; tells whether it was written. */
  boolean change(Snapshot wanted, Actor by) {
    return jdbc.sql(CHANGE)
            .param("id", wanted.id())
            .param("revision", wanted.revision())
            .param("state", wanted.state().name().toLowerCase(Locale.ROOT))
            .param("content", JSON.writeValueAsString(wanted.content()))
            .param("reason", wanted.reason())
            .param("by", by.name())
            .update()
        == 1;
  }

  void log(long document, LoggedAct act, Actor by) {
    jdbc.sql(LOG)
        .param("document", document)
        .param("act", act.act())
        .param("before", JSON.writeValueAsString(act.before()))
        .param("after", JSON.writeValueAsString(act.after()))
        .param("account", by.accountId())
        .param("name", by.name())
        .update();
  }

  Optional<LoggedAct> lastAct(long document, Actor by) {
    return jdbc.sql(LAST)
        .param("document", document)
        .param("account", by.accountId())
        .query((row, number) ->
            new LoggedAct(
                row.getLong("id"),
                row.getString("act"),
                snapshots(row.getString("before")),
                snapshots(row.getString("after"))))
        .optional();
  }

  void markUndone(long act) {
    jdbc.sql(UNDONE).param("id", act).update();
  }

  private static List<Snapshot> snapshots(String json) {
    return JSON.readValue(json, new TypeReference<List<Snapshot>>() {});
  }

  private static Proposal proposal(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        row.getDouble("ordinal"),
        row.getInt("revision"),
        Proposal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        JSON.readValue(row.getString("content"), ProposalContent.class),
        row.getString("reason"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant());
  }
}
