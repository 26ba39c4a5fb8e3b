package vn.dondoc.rural.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Sending;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.web.Label;

/** Chấp nhận nhiều chỉ tiêu một lần: what is accepted as it was told, and what stays and why. */
@Component
class Acceptances {
  /** Rows of one act. */
  static final int MOST = 1000;

  private final QueueStore queue;
  private final ReviewScope scope;
  private final Assessments assessments;

  Acceptances(QueueStore queue, ReviewScope scope, Assessments assessments) {
    this.queue = queue;
    this.scope = scope;
    this.assessments = assessments;
  }

  /**
   * Một dòng đã chọn.
   *
   * @param fact the fact that waits
   * @param step how many facts of its month the person had seen
   */
  record Chosen(long fact, int step) {
    static Chosen of(QueueStore.Line line) {
      return new Chosen(line.id(), line.step());
    }

    /** As a form carries it. */
    String written() {
      return fact + "." + step;
    }
  }

  /**
   * Một dòng ở lại.
   *
   * @param unitId xã
   * @param indicatorId chỉ tiêu
   * @param period kỳ, by its first day
   * @param why lý do
   */
  record Left(int unitId, int indicatorId, LocalDate period, Problem why) {
    static Left of(QueueStore.Line line, Problem why) {
      return new Left(line.unitId(), line.indicatorId(), line.period(), why);
    }
  }

  /** What is accepted, and what stays. */
  record Sorted(List<QueueStore.Line> accepted, List<Left> left) {}

  /** Nothing is written. */
  @Transactional(readOnly = true)
  Sorted sort(Stage stage, List<Chosen> chosen) {
    return sorted(stage, chosen, scope.indicators());
  }

  /** Accepts what can be accepted, each audited on its own, and tells what stays. */
  @Transactional
  Sorted accept(Stage stage, UUID key, List<Chosen> chosen) {
    Map<Integer, Indicator> indicators = scope.indicators();
    Sorted sorted = sorted(stage, chosen, indicators);
    if (!sorted.accepted().isEmpty()) {
      assessments.recordEach(
          Sending.ofPage(key),
          sorted.accepted().stream().map(line -> report(stage, line, indicators)).toList());
    }
    return sorted;
  }

  private Sorted sorted(Stage stage, List<Chosen> chosen, Map<Integer, Indicator> indicators) {
    Map<Long, Integer> seen = new LinkedHashMap<>();
    chosen.forEach(one -> seen.put(one.fact(), one.step()));
    QueueFilter every = QueueFilter.every(scope.communes(stage), scope.mine(stage, indicators));
    List<QueueStore.Line> lines = queue.still(stage, every, seen.keySet());
    Map<Long, QueueStore.Line> unmoved = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> Objects.equals(seen.get(line.id()), line.step()))
        .forEach(line -> unmoved.put(line.id(), line));
    List<Left> left = new ArrayList<>();
    queue
        .since(every, seen.keySet().stream().filter(fact -> !unmoved.containsKey(fact)).toList())
        .forEach(since -> left.add(moved(since)));
    List<QueueStore.Line> fit = new ArrayList<>();
    for (QueueStore.Line line : unmoved.values()) {
      Problem alone = alone(line);
      if (alone == null) {
        fit.add(line);
      } else {
        left.add(Left.of(line, alone));
      }
    }
    List<List<Problem>> problems =
        assessments.problemsOfEach(
            fit.stream().map(line -> report(stage, line, indicators)).toList());
    List<QueueStore.Line> accepted = new ArrayList<>();
    for (int at = 0; at < fit.size(); at++) {
      if (problems.get(at).isEmpty()) {
        accepted.add(fit.get(at));
      } else {
        left.add(Left.of(fit.get(at), problems.get(at).getFirst()));
      }
    }
    return new Sorted(accepted, left);
  }

  private static Left moved(QueueStore.Since since) {
    Problem why =
        Problem.at(
            "",
            ReviewRefusal.MEANWHILE.key(),
            new Label("rural.step." + since.kind()),
            since.by(),
            since.on());
    return new Left(since.unitId(), since.indicatorId(), since.period(), why);
  }

  /** What is not accepted among many: it wants a look of its own. */
  private @Nullable Problem alone(QueueStore.Line line) {
    if (line.waits()) {
      return Problem.at("", ReviewRefusal.STILL_WAITS.key());
    }
    LocalDate expires = line.expiresOn();
    if (expires != null && expires.isBefore(scope.today())) {
      return Problem.at("", ReviewRefusal.EXPIRED.key(), expires);
    }
    return line.verdict() == null ? Problem.at("", ReviewRefusal.UNDECIDED.key()) : null;
  }

  private static Report report(
      Stage stage, QueueStore.Line line, Map<Integer, Indicator> indicators) {
    Indicator indicator = Objects.requireNonNull(indicators.get(line.indicatorId()));
    return new Report(
        line.unitId(),
        line.indicatorId(),
        YearMonth.from(line.period()),
        line.step(),
        stage.kind(),
        line.nothing() ? Map.of() : Figures.byName(line.figures(), indicator),
        line.nothing(),
        true,
        null);
  }
}
