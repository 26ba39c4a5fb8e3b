package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Program;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** {@code ./dondoc verify-audit} as an auditor starts it, on a trail a server left behind. */
class VerifyAuditIT {
  private static final String ANCHORS = "dondoc.anchors";

  // What an owner of the tables with bad intent does first: his triggers do not run for himself.
  private static final String UNBOUND = "set local session_replication_role = replica;";
  private static final String EDIT =
      "update audit.entry set actor = 'Người khác' where number = %d;";

  /** Reckons the chain anew from entry %d to its end, each hash as the server would. */
  private static final String REHASH =
      """
      do $$
      declare
        e audit.entry;
        last bytea;
      begin
        select hash into last from audit.entry where number = %1$d - 1;
        last := coalesce(last, decode(repeat('00', 32), 'hex'));
        for e in select * from audit.entry where number >= %1$d order by number loop
          update audit.entry
             set previous = last,
                 hash = sha256(last || convert_to(
                   audit.field((extract(epoch from e.at) * 1000000)::bigint::text)
                   || audit.field(e.account_id::text) || audit.field(e.actor)
                   || audit.field(e.act) || audit.field(e.subject_kind)
                   || audit.field(e.subject_id) || audit.field(e.why)
                   || audit.field(e.before::text) || audit.field(e.after::text), 'UTF8'))
           where number = e.number returning hash into last;
        end loop;
      end $$;
      """;

  /** What was done to the trail, and what the auditor has to be told. */
  enum Tampering {
    EDIT_ONE(EDIT.formatted(5), "Mục 5 đã bị sửa"),
    DELETE_ONE("delete from audit.entry where number = 4;", "Chuỗi đứt trước mục 4"),
    CUT_TAIL("delete from audit.entry where number >= 9;", "từ mục 9 trở đi không còn"),
    EMPTY("delete from audit.entry;", "từ mục 1 trở đi không còn"),
    REHASH_ALL(EDIT.formatted(1) + REHASH.formatted(1), "từ mục 1 nhật ký không còn là"),
    // Entries up to the sixth are vouched for by the anchor of the first stop.
    REHASH_SINCE_ANCHOR(EDIT.formatted(7) + REHASH.formatted(7), "từ mục 7 nhật ký không còn là");

    private final String sql;
    private final String words;

    Tampering(String sql, String words) {
      this.sql = sql;
      this.words = words;
    }
  }

  @TempDir static Path anchors;
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @BeforeAll
  static void leaveTrail() {
    System.setProperty(ANCHORS, anchors.toString());
    try {
      serve(6);
      serve(4);
    } finally {
      System.clearProperty(ANCHORS);
    }
    assertThat(OWNER.sql("select max(number) from audit.entry").query(Long.class).single())
        .isEqualTo(10);
    OWNER.sql("create table public.trail as table audit.entry").update();
  }

  /** A server that records so many acts and stops, as it anchors them. */
  private static void serve(int acts) {
    try (Server server = Server.start(DATABASE)) {
      AuditTrail trail = server.door(AuditTrail.class);
      Actor clerk = new Actor(7, "Văn thư mẫu", Set.of(), false, List.of(), List.of());
      for (int n = 0; n < acts; n++) {
        Act act = new Act("task.correct", "task", "" + n, "sai hạn", Map.of(), Map.of("n", n));
        Acting.as(
            clerk,
            () ->
                server
                    .door(TransactionTemplate.class)
                    .executeWithoutResult(status -> trail.record(act)));
      }
    }
  }

  @AfterEach
  void restore() {
    OWNER
        .sql(
            "begin;"
                + UNBOUND
                + "delete from audit.entry; insert into audit.entry overriding system value"
                + " select * from public.trail; commit")
        .update();
  }

  private static Program verify(String role, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "verify-audit",
                "--db",
                DATABASE.url().replace("jdbc:postgresql://", "postgresql://" + role + "@")));
    arguments.addAll(List.of(more));
    return Program.dondoc(
        Map.of("PGPASSWORD", TestDatabase.APP_PASSWORD), arguments.toArray(String[]::new));
  }

  @Test
  void saysThatTheTrailIsIntactToOwnerAndServerAlike() {
    for (String role : List.of("postgres", TestDatabase.APP_ROLE)) {
      Program program = verify(role, "--anchors", anchors.toString());
      assertThat(program.exit()).as(program.output()).isZero();
      assertThat(program.output()).contains("Nhật ký nguyên vẹn: 10 mục", "mốc cuối: mục 10");
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesTheFirstEntryThatIsWrong(Tampering tampering) {
    OWNER.sql("begin;" + UNBOUND + tampering.sql + "commit").update();
    Program program = verify(TestDatabase.APP_ROLE, "--anchors", anchors.toString());
    assertThat(program.exit()).as(program.output()).isEqualTo(1);
    assertThat(program.output())
        .contains(tampering.words)
        .doesNotContain("Exception", "nguyên vẹn");
  }

  @Test
  void trailWithoutAnchorsIsNotCalledIntact() {
    Program program = verify(TestDatabase.APP_ROLE, "--anchors", anchors.resolve("x").toString());
    assertThat(program.exit()).as(program.output()).isEqualTo(1);
    assertThat(program.output()).contains("không thấy mốc neo").doesNotContain("Exception");
  }

  @Test
  void trailThatCannotBeReadIsRefusedInOneSentence(@TempDir Path odd) throws IOException {
    String blank = TestDatabase.blank().url().replace("jdbc:postgresql://", "");
    refuses("Không kết nối được", "--db", "postgresql://x@127.0.0.1:1/dondoc");
    refuses("Không đọc được nhật ký", "--db", "postgresql://postgres@" + blank);
    String here = DATABASE.url().replace("jdbc:postgresql://", "");
    // Where the file of anchors should be stands a folder.
    Files.createDirectory(odd.resolve("audit-anchors.jsonl"));
    refuses(
        "Không đọc được mốc neo",
        "--db",
        "postgresql://postgres@" + here,
        "--anchors",
        odd.toString());
    refuses("--db", "--db");
  }

  private static void refuses(String words, String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of("verify-audit"));
    all.addAll(List.of(arguments));
    Program program = Program.dondoc(all.toArray(String[]::new));
    assertThat(program.exit()).as(program.output()).isNotZero();
    assertThat(program.output()).contains(words).doesNotContain("Exception", "\tat ");
  }
}
