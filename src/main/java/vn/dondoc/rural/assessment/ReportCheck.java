package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.AssessmentStore.Latest;
import vn.dondoc.rural.assessment.AssessmentStore.Line;
import vn.dondoc.rural.assessment.AssessmentStore.Spot;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Label;

/** Soát số liệu trước khi ghi: everything that is wrong with reports, all of it at once. */
@Component
class ReportCheck {
  private static final int LONGEST_WORDS = 2000;
  private static final String KIND = Standards.COMMUNE;

  private static final Set<Report.Kind> UPON_A_CLAIM =
      Set.of(Report.Kind.VERIFY, Report.Kind.APPRAISE, Report.Kind.RETURN, Report.Kind.WITHDRAW);

  private final AssessmentStore store;
  private final Standards standards;
  private final Places places;
  private final Owners owners;
  private final ProvinceDay day;

  ReportCheck(
      AssessmentStore store, Standards standards, Places places, Owners owners, ProvinceDay day) {
    this.store = store;
    this.standards = standards;
    this.places = places;
    this.owners = owners;
    this.day = day;
  }

  /** What can be written, and what cannot and why; the problems of each report in its place. */
  record Checked(List<Line> lines, List<Problem> problems, List<List<Problem>> each) {}

  /** What a month is measured by: its indicators and the units there were. */
  private record Month(Map<Integer, Indicator> indicators, Map<Integer, Place> units) {}

  Checked look(List<Report> reports) {
    Map<YearMonth, @Nullable Month> months = new HashMap<>();
    Map<Spot, Latest> latest =
        store.latest(reports.stream().map(Spot::of).collect(Collectors.toSet()));
    Map<Spot, Set<Report.Kind>> met = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<List<Problem>> each = new ArrayList<>();
    YearMonth opens = store.opens(KIND);
    for (Report report : reports) {
      Month month = months.computeIfAbsent(report.period(), this::month);
      Indicator indicator = month == null ? null : month.indicators().get(report.indicatorId());
      Place unit = month == null ? null : month.units().get(report.unitId());
      if (indicator == null || unit == null) {
        problems.add(unknown(report, unit));
        each.add(List.of(problems.getLast()));
        continue;
      }
      int found = problems.size();
      Look look = new Look(report, indicator, unit, problems);
      look(
          look,
          latest.get(Spot.of(report)),
          met.computeIfAbsent(Spot.of(report), spot -> new HashSet<>()),
          opens);
      if (problems.size() == found) {
        lines.add(line(report, indicator));
      }
      each.add(List.copyOf(problems.subList(found, problems.size())));
    }
    return new Checked(lines, problems, each);
  }

  /**
   * What one says of oneself is told with all its faults at once. Who judges what is there, or
   * takes it back, gets the one reason that keeps them from it, before anything is said about their
   * own words.
   */
  private void look(
      Look look, @Nullable Latest latest, Set<Report.Kind> before, @Nullable YearMonth opens) {
    int found = look.problems().size();
    who(look);
    if (look.problems().size() > found) {
      return;
    }
    period(look, opens);
    order(look, latest, before);
    if (UPON_A_CLAIM.contains(look.report().kind()) && look.problems().size() > found) {
      return;
    }
    words(look);
    new FigureCheck(look.report(), look.indicator(), place(look), look.problems()).look();
  }

  /** As they stand, unchecked. */
  List<Line> lines(List<Report> reports) {
    Map<YearMonth, @Nullable Month> months = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Report report : reports) {
      Month month = months.computeIfAbsent(report.period(), this::month);
      Indicator indicator = month == null ? null : month.indicators().get(report.indicatorId());
      if (indicator != null) {
        lines.add(line(report, indicator));
      }
    }
    return lines;
  }

  /** One report with what it is about. */
  private record Look(Report report, Indicator indicator, Place unit, List<Problem> problems) {
    void wrong(AssessmentRefusal why, Object... arguments) {
      problems.add(Problem.at(place(this), why.key(), arguments));
    }
  }

  private static String place(Look look) {
    return look.unit().name() + " · " + look.indicator().number();
  }

  private @Nullable Month month(YearMonth period) {
    LocalDate last = period.atEndOfMonth();
    return standards
        .yardstick(KIND, last)
        .map(yardstick -> {
          Map<Integer, Place> units =
              places.on(last).places().stream()
                  .filter(place -> place.type().code().equals(KIND))
                  .collect(Collectors.toMap(Place::id, place -> place));
          return new Month(yardstick.indicators(), units);
        })
        .orElse(null);
  }

  private static Problem unknown(Report report, @Nullable Place unit) {
    AssessmentRefusal why =
        unit == null ? AssessmentRefusal.NO_UNIT : AssessmentRefusal.NO_INDICATOR;
    String id = Integer.toString(unit == null ? report.unitId() : report.indicatorId());
    return Problem.at(id, why.key(), id, month(report));
  }

  private void period(Look look, @Nullable YearMonth opens) {
    YearMonth now = YearMonth.from(day.today());
    YearMonth period = look.report().period();
    if (period.isAfter(now)) {
      look.wrong(AssessmentRefusal.PERIOD_AHEAD, month(look.report()), written(now));
    }
    if (opens != null && period.isBefore(opens)) {
      YearMonth first = opens(look.unit().id());
      if (first != null && period.isBefore(first)) {
        look.wrong(
            AssessmentRefusal.PERIOD_OLD,
            month(look.report()),
            look.unit().titled(),
            written(first));
      }
    }
  }

  /** The first month a unit may report on; null when nothing says so. */
  @Nullable YearMonth opens(int unit) {
    YearMonth opens = store.opens(KIND);
    YearMonth first = store.first(unit);
    return opens == null || first != null && first.isBefore(opens) ? first : opens;
  }

  private void who(Look look) {
    var actor = Acting.current();
    if (actor.accountId() < 0) {
      return;
    }
    Report.Kind kind = look.report().kind();
    boolean may =
        actor.may(kind.right())
            || kind == Report.Kind.RETURN && actor.may(Report.Kind.APPRAISE.right());
    boolean sees =
        kind == Report.Kind.APPRAISE
            || kind == Report.Kind.RETURN && actor.may(Report.Kind.APPRAISE.right())
            || actor.places().contains(look.unit().id());
    if (!may || !sees) {
      look.wrong(AssessmentRefusal.NOT_YOURS, look.unit().titled());
    } else if (judgesAsOwner(look) && !owners.mayAppraise(look.indicator())) {
      look.wrong(
          AssessmentRefusal.NOT_OWNER, look.indicator().number(), look.indicator().dataOwner());
    }
  }

  /** Who appraises, or gives back what is not within their own place. */
  private static boolean judgesAsOwner(Look look) {
    var actor = Acting.current();
    boolean verifies =
        actor.may(Report.Kind.VERIFY.right()) && actor.places().contains(look.unit().id());
    Report.Kind kind = look.report().kind();
    return kind == Report.Kind.APPRAISE || kind == Report.Kind.RETURN && !verifies;
  }

  /** Which of these indicators the actor may appraise. */
  Set<Integer> owned(Collection<Indicator> indicators) {
    return owners.owned(indicators);
  }

  private static void words(Look look) {
    Report report = look.report();
    String words = report.words();
    boolean asked = report.kind() == Report.Kind.RETURN || report.kind() == Report.Kind.WAIT;
    if (asked && (words == null || words.isBlank())) {
      look.wrong(AssessmentRefusal.NO_WORDS, look.indicator().number());
    }
    if (report.kind() == Report.Kind.WITHDRAW && (words == null || words.isBlank())) {
      look.wrong(AssessmentRefusal.NO_WITHDRAWAL_REASON, look.indicator().number());
    }
    if (words != null && words.length() > LONGEST_WORDS) {
      look.wrong(AssessmentRefusal.LONG_WORDS, words.length(), LONGEST_WORDS);
    }
  }

  /** A claim and the wait for what is still lacking may come together, one after the other. */
  private void order(Look look, @Nullable Latest latest, Set<Report.Kind> before) {
    Report report = look.report();
    int found = look.problems().size();
    int step = (latest == null ? 0 : latest.step()) + before.size();
    if (!before.add(report.kind())) {
      look.wrong(AssessmentRefusal.TWICE, look.indicator().number(), month(report));
      return;
    }
    switch (report.kind()) {
      case VERIFY, RETURN -> {
        looked(look, latest, latest == null ? null : latest.claimedBy());
        if (latest != null && look.problems().size() == found) {
          below(look, latest);
        }
      }
      case APPRAISE -> {
        looked(look, latest, latest == null ? null : latest.verifiedBy());
        if (latest != null && look.problems().size() == found && !latest.isVerified()) {
          look.wrong(AssessmentRefusal.NOT_VERIFIED, look.indicator().number());
        }
      }
      case WITHDRAW -> withdrawn(look, latest);
      case CLAIM, WAIT, ARRIVE -> {}
    }
    if (look.problems().size() > found) {
      return;
    }
    if (report.seen() != step) {
      changed(look, latest);
    } else if (report.kind() == Report.Kind.CLAIM && latest != null) {
      reason(look, latest);
    }
  }

  /** What the province found is left alone below; nothing is given back twice, or too early. */
  private static void below(Look look, Latest latest) {
    String number = look.indicator().number();
    AssessmentStore.Look found = latest.found();
    boolean back = look.report().kind() == Report.Kind.RETURN;
    if (latest.isAppraised()) {
      look.wrong(
          AssessmentRefusal.ALREADY_APPRAISED,
          number,
          month(look.report()),
          found == null ? latest.by() : found.by(),
          found == null ? "" : found.on());
    } else if (back && latest.isReturnOpen()) {
      look.wrong(AssessmentRefusal.ALREADY_RETURNED, number, month(look.report()));
    } else if (back
        && Acting.current().accountId() > 0
        && judgesAsOwner(look)
        && !latest.isVerified()) {
      look.wrong(AssessmentRefusal.RETURN_UNVERIFIED, number);
    }
  }

  /** Taken back is what nobody has looked at, by who said it or speaks for the unit. */
  private void withdrawn(Look look, @Nullable Latest latest) {
    String number = look.indicator().number();
    if (latest == null || latest.claimed() == null) {
      look.wrong(AssessmentRefusal.NOTHING_TO_WITHDRAW, number, month(look.report()));
      return;
    }
    AssessmentStore.Look found = latest.found();
    if (found != null) {
      Label step = new Label("rural.step." + found.kind());
      look.wrong(AssessmentRefusal.WITHDRAWN_LOOKED, number, step, found.by(), found.on());
    } else if (latest.isReturned()) {
      look.wrong(AssessmentRefusal.WITHDRAWN_RETURNED, number);
    } else if (!says(look, latest)) {
      look.wrong(AssessmentRefusal.NOT_SAID_BY_YOU, number, look.unit().titled());
    }
  }

  /** Whether the actor speaks for a unit. */
  boolean speaksFor(int unit) {
    return owners.speaksFor(unit);
  }

  private boolean says(Look look, Latest latest) {
    long me = Acting.current().accountId();
    Long said = latest.claimedBy();
    return me < 0 || said != null && said == me || speaksFor(look.unit().id());
  }

  private static void changed(Look look, @Nullable Latest latest) {
    Report report = look.report();
    Bilingual mine = Figures.written(report.figures(), look.indicator());
    Bilingual theirs = Figures.written(latest == null ? null : latest.figures(), look.indicator());
    if (latest == null || mine.vi().isEmpty() || theirs.vi().isEmpty()) {
      look.wrong(AssessmentRefusal.RACED, look.indicator().number());
    } else {
      look.wrong(AssessmentRefusal.CHANGED, look.indicator().number(), latest.by(), theirs, mine);
    }
  }

  /** What was looked at is not replaced without saying why. */
  private static void reason(Look look, Latest latest) {
    String words = look.report().words();
    AssessmentStore.Look found = latest.found();
    if (found != null && (words == null || words.isBlank())) {
      look.wrong(
          AssessmentRefusal.NO_REASON,
          look.indicator().number(),
          new Label("rural.step." + found.kind()),
          found.by(),
          found.on());
    }
  }

  private static void looked(Look look, @Nullable Latest latest, @Nullable Long said) {
    if (latest == null || latest.claimed() == null) {
      look.wrong(AssessmentRefusal.NOT_CLAIMED, look.indicator().number());
      return;
    }
    long me = Acting.current().accountId();
    boolean own =
        said != null && said == me || latest.claimedBy() != null && latest.claimedBy() == me;
    if (me > 0 && own) {
      look.wrong(AssessmentRefusal.OWN_WORDS, look.indicator().number());
    }
  }

  private static Line line(Report report, Indicator indicator) {
    return new Line(report, report.seen() + 1, Figures.inOrder(report.figures(), indicator));
  }

  private static String month(Report report) {
    return written(report.period());
  }

  static String written(YearMonth month) {
    return String.format("%02d/%d", month.getMonthValue(), month.getYear());
  }

  static String numbers(List<Line> lines) {
    return lines.stream()
        .map(line -> Integer.toString(line.report().indicatorId()))
        .distinct()
        .limit(10)
        .collect(Collectors.joining(", "));
  }
}
