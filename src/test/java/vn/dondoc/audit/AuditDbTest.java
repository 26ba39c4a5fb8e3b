package vn.dondoc.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.Verdict.Kind;
import vn.dondoc.database.Transactions;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.TestDatabase;

class AuditDbTest {
  private static final Actor CLERK =
      new Actor(7, "Văn thư mẫu", Set.of(), false, List.of(), List.of());
  private static final Actor OTHER =
      new Actor(8, "Chuyên viên mẫu", Set.of(), false, List.of(), List.of());

  // As the owner may: triggers off for the session, then anything.
  private static final String UNBOUND = "set session_replication_role = replica;";
  private static final String REHASH =
      """
      create function pg_temp.rehash(starting bigint, ending bigint) returns void
        language plpgsql as $f$
      declare
        e audit.entry;
        last bytea;
        own bytea;
      begin
        select hash into last from audit.entry where number = starting - 1;
        last := coalesce(last, decode(repeat('00', 32), 'hex'));
        for e in select * from audit.entry where number between starting and ending
                  order by number loop
          own := sha256(last || convert_to(
            audit.field((extract(epoch from e.at) * 1000000)::bigint::text)
            || audit.field(e.account_id::text) || audit.field(e.actor) || audit.field(e.act)
            || audit.field(e.subject_kind) || audit.field(e.subject_id) || audit.field(e.why)
            || audit.field(e.before::text) || audit.field(e.after::text), 'UTF8'));
          update audit.entry set hash = own, previous = last where number = e.number;
          last := own;
        end loop;
      end $f$;
      """;

  /** What an owner with bad intent can do, and what has to be found. */
  enum Tamper {
    EDIT(Kind.EDITED, 5, "update audit.entry set actor = 'Người khác' where number = 5;"),
    EDIT_OF_REASON(Kind.EDITED, 3, "update audit.entry set why = null where number = 3;"),
    BACK_DATE(
        Kind.EDITED, 6, "update audit.entry set at = at - interval '1 day' where number = 6;"),
    SHIFT_BETWEEN_FIELDS(
        Kind.EDITED,
        4,
        "update audit.entry set subject_kind = 'task.task4', subject_id = '' where number = 4;"),
    DELETE_IN_THE_MIDDLE(Kind.DELETED, 4, "delete from audit.entry where number in (4, 5);"),
    DELETE_AND_CLOSE_THE_GAP(
        Kind.DELETED,
        4,
        "delete from audit.entry where number = 4;"
            + "update audit.entry set number = -number + 1000 where number > 4;"
            + "update audit.entry set number = 999 - number where number > 500;"),
    DELETE_THE_FIRST(Kind.DELETED, 1, "delete from audit.entry where number = 1;"),
    CUT_TAIL(Kind.CUT_TAIL, 8, "delete from audit.entry where number > 7;"),
    CUT_TAIL_AND_GROW_AGAIN(
        Kind.REHASHED,
        1,
        "delete from audit.entry where number > 8;"
            + "select audit.append(9, 'x', 'task.x', 'k', '1', null, '{}', '{}');"
            + "select audit.append(9, 'x', 'task.x', 'k', '1', null, '{}', '{}');"),
    EMPTY_THE_TABLE(Kind.CUT_TAIL, 1, "delete from audit.entry;"),
    INSERT(
        Kind.INSERTED,
        5,
        "update audit.entry set number = number + 1000 where number >= 5;"
            + "insert into audit.entry select 5, at, 99, 'Chèn', act, subject_kind, subject_id,"
            + " why, before, after, hash, sha256('x') from audit.entry where number = 4;"
            + "select pg_temp.rehash(5, 5);"
            + "update audit.entry set number = number - 999 where number >= 1005;"),
    SWAP(
        Kind.SWAPPED,
        3,
        "update audit.entry set number = 1000 where number = 3;"
            + "update audit.entry set number = 3 where number = 6;"
            + "update audit.entry set number = 6 where number = 1000;"),
    SWAP_OF_NEIGHBOURS(
        Kind.SWAPPED,
        3,
        "update audit.entry set number = 1000 where number = 3;"
            + "update audit.entry set number = 3 where number = 4;"
            + "update audit.entry set number = 4 where number = 1000;"),
    REHASH_FORWARD(
        Kind.REHASHED,
        1,
        "update audit.entry set actor = 'Người khác' where number = 5; select pg_temp.rehash(5,"
            + " 99);"),
    DELETE_AND_REHASH(
        Kind.CUT_TAIL,
        10,
        "delete from audit.entry where number = 4;"
            + "update audit.entry set number = -number + 1000 where number > 4;"
            + "update audit.entry set number = 999 - number where number > 500;"
            + "select pg_temp.rehash(4, 99);");

    private final Kind found;
    private final long at;
    private final String sql;

    Tamper(Kind found, long at, String sql) {
      this.found = found;
      this.at = at;
      this.sql = sql;
    }
  }

  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.fresh();
  private final Transactions transactions = Transactions.on(database, 4);
  private final TransactionTemplate writing = transactions.writing();
  private final Anchors anchors =
      new Anchors(
          transactions.jdbc(),
          transactions.manager(),
          Clock.systemUTC(),
          "/nonexistent/unused",
          Duration.ofMinutes(1));
  private final AuditTrail trail = new AuditTrail(transactions.jdbc(), anchors);

  private Anchors anchorsIn(Path directory) {
    return new Anchors(
        transactions.jdbc(),
        transactions.manager(),
        Clock.systemUTC(),
        directory.toString(),
        Duration.ofMillis(200));
  }

  private void record(Actor actor, String id) {
    Acting.as(actor, () -> writing.executeWithoutResult(s -> trail.record(act(id))));
  }

  private static Act act(String id) {
    Map<String, Object> before = new HashMap<>();
    before.put("tên", "Đường “A”");
    before.put("hạn", null);
    return new Act("task.correct", "task.task", id, "sai hạn", before, Map.of("tên", "Đường B"));
  }

  @BeforeEach
  void recordTen() {
    for (int i = 1; i <= 10; i++) {
      record(i % 2 == 0 ? OTHER : CLERK, Integer.toString(i));
    }
  }

  private void anchor() {
    Anchors keeper = anchorsIn(folder);
    keeper.start();
    keeper.stop();
  }

  private void asOwner(String sql) throws Exception {
    try (var connection = database.owner().getConnection()) {
      ScriptUtils.executeSqlScript(
          connection,
          new org.springframework.core.io.support.EncodedResource(
              new org.springframework.core.io.ByteArrayResource(
                  (UNBOUND + "\n^^\n" + REHASH + "\n^^\n" + sql.replace(";", "\n^^\n"))
                      .getBytes("UTF-8")),
              "UTF-8"),
          false,
          false,
          "--",
          "^^",
          "/*",
          "*/");
    }
  }

  @Test
  void acceptsChainThatAgreesWithItsAnchors() {
    anchor();
    record(CLERK, "11");
    assertThat(AuditVerifier.verify(database.owner(), folder))
        .satisfies(v -> assertThat(v.isIntact()).as(v.sentence()).isTrue())
        .satisfies(v -> assertThat(v.sentence()).contains("chỉ có khi nhật ký đã có 10 mục"))
        .extracting(Verdict::entries)
        .isEqualTo(11L);
    assertThat(AuditVerifier.verify(database.application(), folder).isIntact()).isTrue();
  }

  @Test
  void saysThatNoAnchorConfirmsTheChain() {
    assertThat(AuditVerifier.verify(database.owner(), folder).kind()).isEqualTo(Kind.NO_ANCHORS);
  }

  @ParameterizedTest
  @EnumSource
  void findsTamperingByTheOwner(Tamper tamper) throws Exception {
    anchor();
    asOwner(tamper.sql);
    Verdict verdict = AuditVerifier.verify(database.owner(), folder);
    assertThat(verdict.kind()).as(verdict.sentence()).isEqualTo(tamper.found);
    assertThat(verdict.entry()).isEqualTo(tamper.at);
    assertThat(verdict.sentence()).contains(Long.toString(tamper.at));
  }

  @Test
  void namesTheEntriesBetweenTheAnchorThatAgreesAndTheOneThatDoesNot() throws Exception {
    anchor();
    record(CLERK, "11");
    record(CLERK, "12");
    anchor();
    asOwner("update audit.entry set actor = 'x' where number = 11; select pg_temp.rehash(11, 99);");
    Verdict verdict = AuditVerifier.verify(database.owner(), folder);
    assertThat(verdict.kind()).isEqualTo(Kind.REHASHED);
    assertThat(verdict.entry()).isEqualTo(11);
  }

  @Test
  void findsChangedAnchor() throws IOException {
    anchor();
    Path file = folder.resolve("audit-anchors.jsonl");
    String written = Files.readString(file);
    for (String damage : List.of("\"count\":10", "\"line\":2", "\"lastAt\":\"20")) {
      Files.writeString(file, written.replaceFirst(damage, damage + "1"));
      assertThat(AuditVerifier.verify(database.owner(), folder).kind())
          .as(damage)
          .isEqualTo(Kind.ANCHOR_CHANGED);
    }
    Files.writeString(file, written.substring(written.indexOf('\n') + 1));
    assertThat(AuditVerifier.verify(database.owner(), folder).kind())
        .isEqualTo(Kind.ANCHOR_CHANGED);
  }

  @Test
  void goesOnBelowAnAnchorTornByPowerFailure() throws IOException {
    anchor();
    Path file = folder.resolve("audit-anchors.jsonl");
    String written = Files.readString(file);
    Files.writeString(file, written.substring(0, written.length() - 40));
    anchor();
    assertThat(AuditVerifier.verify(database.owner(), folder).isIntact()).isTrue();
  }

  @Test
  void anchorsAfterEveryHundredEntries() throws Exception {
    Anchors keeper = anchorsIn(folder);
    AuditTrail kept = new AuditTrail(transactions.jdbc(), keeper);
    keeper.start();
    Acting.as(
        CLERK,
        () ->
            writing.executeWithoutResult(s -> {
              for (int i = 0; i < 100; i++) {
                kept.record(act("h" + i));
              }
            }));
    Path file = folder.resolve("audit-anchors.jsonl");
    for (int i = 0; i < 100 && Files.readAllLines(file).size() < 2; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(Files.readAllLines(file)).last().asString().contains("\"count\":110");
    keeper.stop();
    assertThat(AuditVerifier.verify(database.owner(), folder).isIntact()).isTrue();
  }

  @Test
  void fewEntriesHaveTheirAnchorWithoutWaitingForTheHour() throws Exception {
    Anchors keeper = anchorsIn(folder);
    AuditTrail kept = new AuditTrail(transactions.jdbc(), keeper);
    keeper.start();
    Acting.as(CLERK, () -> writing.executeWithoutResult(s -> kept.record(act("ít"))));
    Path file = folder.resolve("audit-anchors.jsonl");
    for (int i = 0; i < 100 && Files.readAllLines(file).size() < 2; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(Files.readAllLines(file)).last().asString().contains("\"count\":11,");
    // What a killed server leaves behind shows a tail that was cut.
    asOwner("delete from audit.entry where number > 10;");
    assertThat(AuditVerifier.verify(database.owner(), folder).kind()).isEqualTo(Kind.CUT_TAIL);
    keeper.stop();
  }

  @Test
  void actOfTransactionThatFailsLeavesNoEntry() {
    assertThatThrownBy(() ->
            writing.executeWithoutResult(s -> {
              trail.record(act("x"));
              throw new IllegalStateException("after the act");
            }))
        .hasMessage("after the act");
    assertThat(count()).isEqualTo(10);
  }

  @Test
  void refusesActOutsideWritingTransaction() {
    assertThatThrownBy(() -> trail.record(act("x"))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> transactions.reading().executeWithoutResult(s -> trail.record(act("x"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyAtOnceMakeOneChain() throws Exception {
    try (ExecutorService clerks = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 200; i++) {
        String id = "p" + i;
        clerks.submit(() -> record(CLERK, id));
      }
    }
    anchor();
    assertThat(AuditVerifier.verify(database.owner(), folder))
        .satisfies(v -> assertThat(v.isIntact()).as(v.sentence()).isTrue())
        .extracting(Verdict::entries)
        .isEqualTo(210L);
  }

  @Test
  void serverMayNeitherChangeNorAddPastTheChain() {
    JdbcClient server = JdbcClient.create(database.application());
    for (String sql :
        List.of(
            "update audit.entry set actor = 'x'",
            "delete from audit.entry",
            "truncate audit.entry",
            "insert into audit.entry select * from audit.entry",
            "alter table audit.entry disable trigger all")) {
      assertThatThrownBy(() -> server.sql(sql).update()).as(sql).isNotNull();
    }
  }

  @Test
  void triggerStopsTheOwnerWhoDoesNotMeanTo() {
    JdbcClient owner = JdbcClient.create(database.owner());
    for (String sql :
        List.of(
            "update audit.entry set actor = 'x'",
            "delete from audit.entry",
            "truncate audit.entry")) {
      assertThatThrownBy(() -> owner.sql(sql).update()).hasStackTraceContaining("never changed");
    }
  }

  @Test
  void personSeesOwnActsWholeProvinceSeesAllAndNobodySeesNone() {
    String all = "select count(*) from audit.entry";
    assertThat(seen(CLERK, all)).isEqualTo(5);
    assertThat(seen(Actor.system("kiểm tra"), all)).isEqualTo(10);
    assertThat(seen(Actor.visitor(), all)).isZero();
    assertThat(JdbcClient.create(database.application()).sql(all).query(Long.class).single())
        .isZero();
  }

  private long seen(Actor actor, String sql) {
    return Acting.call(
        actor,
        () ->
            transactions
                .reading()
                .execute(s -> transactions.jdbc().sql(sql).query(Long.class).single()));
  }

  private long count() {
    return seen(Actor.system("đếm"), "select count(*) from audit.entry");
  }
}
