package vn.dondoc.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** Two servers of one real installation begin each day once between them. */
class NightlyDbTest {
  private static final LocalDate MARCH_10 = LocalDate.of(2025, 3, 10);
  private static Server one;
  private static Server two;
  private final List<LocalDate> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failures = new AtomicInteger();
  private final ApplicationListener<PayloadApplicationEvent<DayBegan>> listener = this::hear;

  @BeforeAll
  static void start() {
    TestDatabase database = TestDatabase.fresh();
    one = Server.start(database);
    two = Server.start(database);
  }

  @AfterAll
  static void close() {
    two.close();
    one.close();
  }

  @BeforeEach
  void beginWithNothing() {
    owner().sql("delete from database.day_begun").update();
    owner().sql("delete from database.province_day").update();
    for (Server server : List.of(one, two)) {
      server.door(ApplicationEventMulticaster.class).addApplicationListener(listener);
    }
  }

  @AfterEach
  void hearNoMore() {
    for (Server server : List.of(one, two)) {
      server.door(ApplicationEventMulticaster.class).removeApplicationListener(listener);
    }
  }

  private void hear(PayloadApplicationEvent<DayBegan> event) {
    assertThat(Acting.current().name()).isEqualTo("Ngày mới");
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("no mail");
    }
    told.add(event.getPayload().day());
  }

  @Test
  void newInstallationBeginsWithTodayAndTellsItOnce() {
    days(one).catchUp(MARCH_10);
    days(one).catchUp(MARCH_10);
    days(two).catchUp(MARCH_10);
    assertThat(told).containsExactly(MARCH_10);
  }

  @Test
  void serversThatWakeTogetherDoTheMissedDaysOnceAndInOrder() throws InterruptedException {
    days(one).catchUp(MARCH_10);
    List<Thread> threads = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      Server server = k % 2 == 0 ? one : two;
      threads.add(Thread.ofVirtual().start(() -> days(server).catchUp(MARCH_10.plusDays(9))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(told).isEqualTo(MARCH_10.datesUntil(MARCH_10.plusDays(10)).toList());
  }

  @Test
  void serverThatStoodStillForLongCatchesUpTheLastDaysOnly() {
    days(one).catchUp(MARCH_10);
    told.clear();
    days(one).catchUp(MARCH_10.plusDays(400));
    assertThat(told).hasSize(ProvinceDays.MOST_MISSED).last().isEqualTo(MARCH_10.plusDays(400));
  }

  @Test
  void clockThatWasSetBackBeginsNothingAgain() {
    days(one).catchUp(MARCH_10);
    days(one).catchUp(MARCH_10.minusDays(1));
    assertThat(told).containsExactly(MARCH_10);
  }

  @Test
  void dayWhoseWorkFailsIsTriedAgainAndDoneOnce() {
    days(one).catchUp(MARCH_10);
    failures.set(1);
    assertThatThrownBy(() -> days(one).catchUp(MARCH_10.plusDays(2))).hasMessage("no mail");
    assertThat(begun()).isEqualTo(1);
    days(two).catchUp(MARCH_10.plusDays(2));
    assertThat(told).containsExactly(MARCH_10, MARCH_10.plusDays(1), MARCH_10.plusDays(2));
  }

  @Test
  void demonstrationHasNoNightlyWork() {
    owner().sql("insert into database.province_day (day) values ('2020-08-14')").update();
    days(one).catchUp(MARCH_10);
    assertThat(told).isEmpty();
    assertThat(begun()).isZero();
  }

  @Test
  void nightlyWorkRunsOnceItIsStartedTriesAgainAndEndsWithItsServer() throws Exception {
    // Half past midnight in Việt Nam is the evening before in Greenwich.
    Clock clock = Clock.fixed(Instant.parse("2025-03-09T17:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    failures.set(2);
    CountDownLatch done = new CountDownLatch(1);
    ApplicationListener<PayloadApplicationEvent<DayBegan>> last =
        event -> {
          if (!told.isEmpty()) {
            done.countDown();
          }
        };
    ApplicationEventMulticaster news = one.door(ApplicationEventMulticaster.class);
    news.addApplicationListener(last);
    Nightly nightly = new Nightly(days(one), clock);
    assertThat(begun()).isZero();
    nightly.start(Duration.ofMillis(5));
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    nightly.destroy();
    news.removeApplicationListener(last);
    assertThat(told).containsExactly(MARCH_10);
    assertThat(begun()).isEqualTo(1);
  }

  private static ProvinceDays days(Server server) {
    return server.door(ProvinceDays.class);
  }

  private static int begun() {
    return owner().sql("select count(*) from database.day_begun").query(Integer.class).single();
  }

  private static JdbcClient owner() {
    return JdbcClient.create(one.database().owner());
  }
}
