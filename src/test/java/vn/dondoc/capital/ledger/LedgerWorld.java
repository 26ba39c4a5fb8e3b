package vn.dondoc.capital.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.capital.ledger.Voucher.Authority;
import vn.dondoc.capital.ledger.Voucher.Paper;
import vn.dondoc.capital.ledger.Voucher.Row;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Server;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * The server on a ground of invented projects and pools; every test takes a world of its own.
 *
 * @param server the running server
 * @param taken how many worlds are taken
 * @param papers how many documents were written
 */
record LedgerWorld(Server server, AtomicInteger taken, AtomicLong papers) implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static final int WORLDS = 60;

  static LedgerWorld start() {
    Server server = Server.start(LedgerGround.of(WORLDS));
    JdbcClient.create(server.database().owner())
        .sql("insert into database.province_day (day) values ('2020-08-14')")
        .update();
    return new LedgerWorld(server, new AtomicInteger(), new AtomicLong());
  }

  /**
   * Three projects, three pools, seven lines, with a plan of 100 in pool A and 50 in pool B.
   *
   * @param world its number
   * @param ledger the world it is of
   */
  record Field(int world, LedgerWorld ledger) {
    /**
     * Lines 1 to 3 stand in pool 1, lines 4 and 5 in pool 2, lines 6 and 7 in the next vintage of
     * pool 1.
     */
    long line(int number) {
      return 7L * world + number;
    }

    int pool(int number) {
      return 3 * world + number;
    }

    String poolCode(int number) {
      return "MAU-" + world + "-" + number;
    }

    long project(int number) {
      return 3L * world + number;
    }

    /** Decides the total investment of a project. */
    void decide(int project, String kind, LocalDate signed, long value) {
      ledger
          .owner()
          .sql(
              """
              insert into project.decision (project_id, kind, number, signed_on, issuer, value_vnd, on_day,
                                            by_account, by_name)
              values (:project, :kind, 'QĐ mẫu', :on, 'mẫu', :value, :on, -1, 'mẫu')
              """)
          .param("project", project(project))
          .param("kind", kind)
          .param("on", signed)
          .param("value", value)
          .update();
    }

    /** A plan of 100 in line 1, entered on 1 February. */
    void plan() {
      LocalDate january = LocalDate.of(2020, 1, 15);
      ledger.post(
          DAY,
          ledger.voucher(january, Row.assign(pool(1), Authority.PM, 100)),
          ledger.voucher(january, Row.of(EntryKind.ALLOCATE, line(1), 100)),
          ledger.voucher(LocalDate.of(2020, 2, 1), Row.of(EntryKind.ENTER, line(1), 100)));
    }
  }

  /** A world nobody has used, its projects decided at a thousand each. */
  Field field() {
    Field field = new Field(taken.getAndIncrement(), this);
    for (int project = 1; project <= 3; project++) {
      field.decide(project, "total", LocalDate.of(2020, 1, 1), 1_000);
    }
    return field;
  }

  JdbcClient owner() {
    return JdbcClient.create(server.database().owner());
  }

  Ledger ledger() {
    return server.door(Ledger.class);
  }

  /** A document of its own on a day. */
  Voucher voucher(LocalDate day, Row... rows) {
    return new Voucher(
        Paper.of("Nơi phát hành mẫu", "QĐ", "CT" + papers.incrementAndGet(), day), List.of(rows));
  }

  Posted post(LocalDate bookedOn, Voucher... vouchers) {
    return asSystem(() -> ledger().post(Posting.ofLoad(bookedOn), List.of(vouchers)));
  }

  static <T> T asSystem(java.util.function.Supplier<T> act) {
    return Acting.call(Actor.system("test"), act::get);
  }

  /** The sentences of a refusal. */
  static List<String> told(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    try {
      act.call();
    } catch (Refusal refusal) {
      List<String> told = new ArrayList<>();
      refusal.problems().forEach(problem -> told.add(Texts.in(Language.VI).tell(problem)));
      // In both languages there is a sentence.
      refusal.problems().forEach(problem -> Texts.in(Language.EN).tell(problem));
      return told;
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
    return List.of();
  }

  Balance balance(long line) {
    return asSystem(() -> ledger().balances(List.of(line)).getFirst());
  }

  @Override
  public void close() {
    server.close();
  }
}
