package vn.dondoc.task.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.testing.Province;

/** The list of heads is whole however it is sorted and paged. */
class HeadListDbTest {
  private static final LocalDate GIVEN = LocalDate.of(2020, 8, 14);
  private static final LocalDate DUE = LocalDate.of(2020, 8, 31);
  private static final LocalDate LATER = LocalDate.of(2020, 10, 10);
  private static Province province;
  private static HeadWorld world;
  private static Heads heads;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = HeadWorld.in(province);
    heads = province.server().door(Heads.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  private static <T> T inTransaction(Supplier<T> act) {
    TransactionTemplate template =
        new TransactionTemplate(province.server().door(PlatformTransactionManager.class));
    return Objects.requireNonNull(template.execute(status -> act.get()));
  }

  @Test
  void listIsSortedFilteredAndPagedByKey() {
    world.standOn(GIVEN);
    for (String body : List.of("Sở Xây dựng", "Sở Y tế", "Sở Công Thương")) {
      world.give("việc của " + body, HeadWorld.CONSEQUENCE, DUE, world.body(body));
    }
    world.standOn(LATER);
    HeadStore store = province.server().door(HeadStore.class);
    for (HeadFilter.Sort sort : HeadFilter.Sort.values()) {
      HeadFilter all = new HeadFilter(LATER, null, null, "", sort, null);
      List<Long> whole =
          Acting.call(HeadWorld.SYSTEM, () -> heads.all(all)).stream().map(Head::key).toList();
      List<Long> paged = new ArrayList<>();
      Long after = null;
      do {
        HeadFilter from = all.from(after);
        List<Head> page =
            Acting.call(
                HeadWorld.SYSTEM, () -> inTransaction(() -> store.heads(from, List.of(), 1)));
        after = page.isEmpty() ? null : page.getFirst().key();
        page.forEach(head -> paged.add(head.key()));
      } while (after != null);
      assertThat(paged).as(sort.name()).isEqualTo(whole);
    }
    HeadFilter words = new HeadFilter(LATER, null, null, "y te", HeadFilter.Sort.NAME, null);
    assertThat(Acting.call(HeadWorld.SYSTEM, () -> heads.list(words)))
        .extracting(Head::body)
        .containsExactly("Sở Y tế");
    HeadFilter held = new HeadFilter(LATER, null, Standing.HELD, "", HeadFilter.Sort.NAME, null);
    assertThat(Acting.call(HeadWorld.SYSTEM, () -> heads.list(held))).isEmpty();
    int counted =
        Acting.call(HeadWorld.SYSTEM, () -> heads.counts(HeadFilter.on(LATER))).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    int listed =
        Acting.call(HeadWorld.SYSTEM, () -> heads.all(HeadFilter.on(LATER))).stream()
            .mapToInt(Head::total)
            .sum();
    assertThat(counted).isEqualTo(listed);
  }
}
