package vn.dondoc.capital.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger told a second time: plain Java that adds up every day anew, without a thought of
 * speed. It says which invariants an act would break, and keeps what it accepts.
 */
final class LedgerModel {
  static final int NEVER = -1_000;

  private final List<NavigableMap<Integer, long[]>> lines = days(ModelWorld.LINES);
  private final List<NavigableMap<Integer, long[]>> pools = days(ModelWorld.POOLS);
  private final List<NavigableMap<Integer, long[]>> projects = days(ModelWorld.PROJECTS);
  private final Map<String, List<ModelEntry>> vouchers = new HashMap<>();
  private final Map<ModelEntry, Long> corrected = new HashMap<>();
  private final List<ModelEntry> entries = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private int today;
  private int closedUntil = NEVER;
  private boolean extended;

  /** What a project may be paid, from a day on. */
  record Decision(int project, boolean settlement, int day, long value) {}

  private static List<NavigableMap<Integer, long[]>> days(int count) {
    List<NavigableMap<Integer, long[]>> all = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      all.add(new TreeMap<>());
    }
    return all;
  }

  void standOn(int day) {
    today = day;
  }

  void close(int until) {
    closedUntil = until;
  }

  void extend() {
    extended = true;
  }

  void decide(Decision decision) {
    decisions.add(decision);
  }

  /** A total below what is paid, on the day it is signed or after it. */
  boolean isBelowPaid(Decision decision) {
    return !decision.settlement() && decision.value() < project(decision.project(), today);
  }

  int today() {
    return today;
  }

  int closedUntil() {
    return closedUntil;
  }

  List<ModelEntry> entries() {
    return entries;
  }

  @Nullable List<ModelEntry> voucher(String number) {
    return vouchers.get(number);
  }

  long corrected(ModelEntry entry) {
    return corrected.getOrDefault(entry, 0L);
  }

  long[] line(int line, int until) {
    return sum(lines.get(line), until, 4);
  }

  long[] pool(int pool, int until) {
    return sum(pools.get(pool), until, 3);
  }

  long project(int project, int until) {
    return sum(projects.get(project), until, 1)[0];
  }

  private static long[] sum(NavigableMap<Integer, long[]> days, int until, int width) {
    long[] sum = new long[width];
    days.headMap(until, true).values().forEach(day -> add(sum, day));
    return sum;
  }

  private static void add(long[] sum, long[] more) {
    for (int n = 0; n < sum.length; n++) {
      sum[n] += more[n];
    }
  }

  /** The last decision in force on a day; null while nothing was decided. */
  @Nullable Long limit(int project, int day) {
    Decision best = null;
    for (Decision one : decisions) {
      if (one.project() == project && one.day() <= day) {
        boolean later = best == null || one.day() >= best.day();
        boolean stronger = best == null || one.settlement() && !best.settlement();
        boolean weaker = best != null && !one.settlement() && best.settlement();
        best = stronger || later && !weaker ? one : best;
      }
    }
    return best == null ? null : Long.valueOf(best.value());
  }

  /** What an act would break; empty when it is accepted. */
  Set<String> broken(ModelAct act) {
    List<ModelEntry> fresh = act.entries().stream().filter(entry -> known(entry) == null).toList();
    if (toItself(fresh)) {
      // Said before anything is added up.
      return Set.of("moved_to_itself");
    }
    Set<String> broken = new TreeSet<>(dates(fresh));
    wholeVouchers(fresh, broken);
    for (int line = 0; line < ModelWorld.LINES; line++) {
      line(line, fresh, broken);
    }
    for (int pool = 0; pool < ModelWorld.POOLS; pool++) {
      pool(pool, fresh, broken);
    }
    for (int project = 0; project < ModelWorld.PROJECTS; project++) {
      project(project, fresh, broken);
    }
    if (broken.isEmpty()) {
      repeated(act, broken);
    }
    if (broken.isEmpty() && !fresh.isEmpty()) {
      String wrong =
          act.movement() != null
              ? moved(act.movement(), fresh)
              : fresh.getFirst().corrects() != null
                  ? correction(fresh.getFirst(), act.signed())
                  : null;
      if (wrong != null) {
        broken.add(wrong);
      }
    }
    return broken;
  }

  /** Keeps what was accepted. */
  void keep(ModelAct act) {
    for (ModelEntry entry : act.entries()) {
      if (known(entry) != null) {
        continue;
      }
      vouchers.computeIfAbsent(entry.number(), n -> new ArrayList<>()).add(entry);
      entries.add(entry);
      if (entry.corrects() != null) {
        corrected.merge(entry.corrects(), entry.amount(), Long::sum);
      }
      if (entry.line() >= 0) {
        put(lines.get(entry.line()), entry.day(), entry.ofLine());
        if (entry.ofProject() != 0) {
          put(
              projects.get(ModelWorld.projectOf(entry.line())),
              entry.day(),
              new long[] {entry.ofProject()});
        }
      }
      put(pools.get(entry.pool()), entry.day(), entry.ofPool());
    }
  }

  private static void put(NavigableMap<Integer, long[]> days, int day, long[] adds) {
    long[] sum = days.computeIfAbsent(day, d -> new long[adds.length]);
    add(sum, adds);
  }

  private @Nullable ModelEntry known(ModelEntry entry) {
    return vouchers.getOrDefault(entry.number(), List.of()).stream()
        .filter(one -> one.part() == entry.part())
        .findFirst()
        .orElse(null);
  }

  private Set<String> dates(List<ModelEntry> fresh) {
    Set<String> broken = new TreeSet<>();
    for (ModelEntry entry : fresh) {
      boolean forward = entry.direction() == 1;
      boolean advance = forward && entry.kind() == EntryKind.ADVANCE;
      boolean pays =
          forward && (entry.kind() == EntryKind.PAYMENT || entry.kind() == EntryKind.RECOVER);
      addIf(broken, "closed_period", entry.day() <= closedUntil);
      addIf(broken, "before_pool_opens", entry.day() < ModelWorld.opens(entry.pool()));
      addIf(broken, "dated_ahead", entry.day() > today);
      addIf(
          broken,
          "advance_too_late",
          advance && entry.day() > ModelWorld.advanceUntil(entry.pool(), extended));
      addIf(
          broken,
          "payment_too_late",
          pays && entry.day() > ModelWorld.payUntil(entry.pool(), extended));
    }
    return broken;
  }

  private static void addIf(Set<String> broken, String code, boolean holds) {
    if (holds) {
      broken.add(code);
    }
  }

  private static void wholeVouchers(List<ModelEntry> fresh, Set<String> broken) {
    Map<String, TreeSet<Integer>> parts = new HashMap<>();
    fresh.forEach(
        entry -> parts.computeIfAbsent(entry.number(), n -> new TreeSet<>()).add(entry.part()));
    parts
        .values()
        .forEach(all ->
            addIf(
                broken, "voucher_incomplete", all.getFirst() != 1 || all.getLast() != all.size()));
  }

  /** Days from the first one touched, each with what was there and what would be added. */
  private static NavigableMap<Integer, long[]> running(
      NavigableMap<Integer, long[]> kept, List<Map.Entry<Integer, long[]>> more, int width) {
    NavigableMap<Integer, long[]> days = new TreeMap<>();
    kept.forEach((day, sum) -> days.put(day, Arrays.copyOf(sum, width)));
    more.forEach(one -> put(days, one.getKey(), one.getValue()));
    long[] sum = new long[width];
    days.replaceAll((day, adds) -> {
      add(sum, adds);
      return Arrays.copyOf(sum, width);
    });
    int first = more.stream().mapToInt(Map.Entry::getKey).min().orElseThrow();
    return days.tailMap(first, true);
  }

  private void line(int line, List<ModelEntry> fresh, Set<String> broken) {
    List<Map.Entry<Integer, long[]>> more =
        fresh.stream()
            .filter(entry -> entry.line() == line)
            .map(entry -> Map.entry(entry.day(), entry.ofLine()))
            .toList();
    if (more.isEmpty()) {
      return;
    }
    for (long[] day : running(lines.get(line), more, 4).values()) {
      long plan = day[0];
      long entered = day[1];
      long disbursed = day[2] + day[3];
      addIf(broken, "negative_plan", plan < 0);
      addIf(broken, "negative_entered", entered < 0);
      addIf(broken, "entered_above_plan", plan >= 0 && entered > plan);
      addIf(broken, "paid_above_plan", plan >= 0 && disbursed > plan);
      addIf(broken, "paid_above_entered", disbursed > entered && disbursed <= plan);
      addIf(broken, "recovered_above_advanced", day[2] < 0);
      addIf(broken, "refunded_above_paid", day[3] < 0);
    }
  }

  private void pool(int pool, List<ModelEntry> fresh, Set<String> broken) {
    List<Map.Entry<Integer, long[]>> more =
        fresh.stream()
            .filter(entry -> entry.pool() == pool && entry.weighsOnPool())
            .map(entry -> Map.entry(entry.day(), entry.ofPool()))
            .toList();
    if (more.isEmpty()) {
      return;
    }
    for (long[] day : running(pools.get(pool), more, 3).values()) {
      addIf(broken, "negative_assigned", day[0] < 0 || day[1] < 0);
      addIf(broken, "negative_allocated", day[2] < 0);
      addIf(broken, "allocated_above_assigned", day[2] > day[0] + day[1]);
    }
  }

  private void project(int project, List<ModelEntry> fresh, Set<String> broken) {
    List<Map.Entry<Integer, long[]>> more =
        fresh.stream()
            .filter(entry -> entry.line() >= 0 && ModelWorld.projectOf(entry.line()) == project)
            .filter(entry -> entry.ofProject() != 0)
            .map(entry -> Map.entry(entry.day(), new long[] {entry.ofProject()}))
            .toList();
    if (more.stream().noneMatch(one -> one.getValue()[0] > 0)) {
      return;
    }
    NavigableMap<Integer, long[]> added = running(new TreeMap<>(), more, 1);
    NavigableMap<Integer, long[]> kept = new TreeMap<>(projects.get(project));
    decisions.stream()
        .filter(one -> one.project() == project)
        .forEach(one -> kept.putIfAbsent(one.day(), new long[1]));
    for (Map.Entry<Integer, long[]> day : running(kept, more, 1).entrySet()) {
      Long most = limit(project, day.getKey());
      long worse = added.floorEntry(day.getKey()).getValue()[0];
      if (worse > 0 && day.getValue()[0] > (most == null ? 0 : most)) {
        broken.add(most == null ? "nothing_decided" : "paid_above_investment");
        return;
      }
    }
  }

  private void repeated(ModelAct act, Set<String> broken) {
    for (ModelEntry entry : act.entries()) {
      ModelEntry before = known(entry);
      if (before != null) {
        addIf(
            broken,
            "voucher_changed",
            before.line() != entry.line()
                || before.pool() != entry.pool()
                || before.kind() != entry.kind()
                || before.signed() != entry.signed()
                || before.day() != entry.day());
        int rows = vouchers.getOrDefault(entry.number(), List.of()).size();
        long sent = act.entries().stream().filter(e -> e.number().equals(entry.number())).count();
        addIf(broken, "voucher_incomplete", rows > sent);
      }
    }
  }

  private static boolean toItself(List<ModelEntry> fresh) {
    return fresh.stream()
        .filter(entry -> entry.kind() == EntryKind.TRANSFER_OUT)
        .anyMatch(out ->
            fresh.stream()
                .anyMatch(in -> in.kind() == EntryKind.TRANSFER_IN && in.line() == out.line()));
  }

  private static @Nullable String moved(ModelAct.Movement movement, List<ModelEntry> fresh) {
    long[] balance = new long[ModelWorld.PROJECTS];
    boolean strange = false;
    boolean any = false;
    for (ModelEntry entry : fresh) {
      if (!entry.kind().moves()) {
        continue;
      }
      any = true;
      boolean out = entry.kind().code().endsWith("out");
      strange |=
          !entry.kind().code().startsWith(movement.kind())
              || entry.pool() != (out ? movement.poolOut() : movement.poolIn());
      balance[ModelWorld.projectOf(entry.line())] += out ? entry.amount() : -entry.amount();
    }
    if (!any || strange) {
      return any ? "moved_across_the_ring" : null;
    }
    if (Arrays.stream(balance).sum() != 0) {
      return "movement_unbalanced";
    }
    boolean uneven = Arrays.stream(balance).anyMatch(one -> one != 0);
    return movement.kind().equals("carry") && uneven ? "carried_to_another_project" : null;
  }

  private @Nullable String correction(ModelEntry entry, boolean signed) {
    ModelEntry before = Objects.requireNonNull(entry.corrects());
    boolean same =
        before.line() == entry.line()
            && before.pool() == entry.pool()
            && before.kind() == entry.kind()
            && before.direction() == -entry.direction()
            && before.authority() == entry.authority()
            && before.corrects() == null
            && !before.kind().moves();
    if (!same) {
      return "correction_of_another";
    }
    if (entry.day() < before.day()) {
      return "correction_before_entry";
    }
    if (corrected(before) + entry.amount() > before.amount()) {
      return "correction_above_entry";
    }
    return signed ? null : "correction_unsigned";
  }
}
