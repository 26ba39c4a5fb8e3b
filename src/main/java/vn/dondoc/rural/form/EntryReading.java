package vn.dondoc.rural.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Attachment;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.Days;
import vn.dondoc.web.UploadedName;

/**
 * Đọc biểu nhập: what a form says that is new, measured against what its writer had seen.
 *
 * @param now what is told of the unit in the month
 * @param reports what is to be recorded
 * @param files evidence to be kept
 * @param problems what cannot be read
 */
record EntryReading(
    UnitMonth now, List<Report> reports, List<Attachment> files, List<FieldProblem> problems) {
  static EntryReading of(UnitMonth now, List<Indicator> indicators, EntryForm form) {
    EntryReading reading =
        new EntryReading(now, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Indicator indicator : indicators) {
      EntryForm.Typed typed = form.of(indicator);
      if (typed != null && typed.choice() != EntryForm.Choice.THEIRS) {
        reading.read(indicator, typed);
      }
    }
    return reading;
  }

  /** One figure typed against another's is sent as seen at the time it was asked about. */
  private static int seen(EntryForm.Typed typed) {
    return typed.choice() == EntryForm.Choice.MINE ? typed.now() : typed.seen();
  }

  private void read(Indicator indicator, EntryForm.Typed typed) {
    int step = seen(typed);
    Told before = now.claim(indicator.id(), typed.seen());
    Map<String, BigDecimal> figures = figures(indicator, typed);
    boolean says = isNew(indicator, typed, before, figures);
    if (says) {
      reports.add(
          new Report(
              now.unitId(),
              indicator.id(),
              now.month(),
              step,
              Report.Kind.CLAIM,
              typed.nothing() ? Map.of() : figures,
              typed.nothing(),
              typed.sure(),
              words(indicator, typed, before)));
      step++;
    }
    wait(indicator, typed, step);
    files(indicator, typed);
  }

  /** The reason comes first; where one is asked for, a note said before is none. */
  private @Nullable String words(
      Indicator indicator, EntryForm.Typed typed, @Nullable Told before) {
    boolean old = before != null && typed.note().equals(before.words());
    boolean asked = now.looked(indicator.id()) != null || !typed.reason().isEmpty();
    String note = asked && old ? "" : typed.note();
    String words =
        typed.reason().isEmpty() || note.isEmpty()
            ? typed.reason() + note
            : typed.reason() + " · " + note;
    return words.isEmpty() ? null : words;
  }

  private boolean isNew(
      Indicator indicator,
      EntryForm.Typed typed,
      @Nullable Told before,
      Map<String, BigDecimal> figures) {
    boolean unread = problems.stream().anyMatch(problem -> problem.indicatorId() == indicator.id());
    if (unread) {
      return false;
    }
    if (before == null) {
      return typed.nothing() || !figures.isEmpty() || !typed.note().isEmpty();
    }
    return typed.again()
        || typed.choice() == EntryForm.Choice.MINE
        || typed.nothing() != before.nothing()
        || !typed.nothing() && !isSame(figures, Figures.byName(before.figures(), indicator))
        || !typed.note().equals(Objects.requireNonNullElse(before.words(), ""));
  }

  /** 95 and 95,0 are the same. */
  static boolean isSame(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(
                e -> e.getValue().compareTo(other.getOrDefault(e.getKey(), BigDecimal.ZERO)) == 0);
  }

  private Map<String, BigDecimal> figures(Indicator indicator, EntryForm.Typed typed) {
    Map<String, BigDecimal> figures = new HashMap<>();
    if (typed.nothing()) {
      return figures;
    }
    for (Part part : indicator.parts()) {
      try {
        BigDecimal figure = TypedFigure.read(typed.figures().get(part.code()), part).figure();
        if (figure != null) {
          figures.put(part.code(), figure);
        }
      } catch (Refusal refusal) {
        wrong(indicator, Field.figure(indicator.id(), part), refusal.problems().getFirst());
      }
    }
    return figures;
  }

  private void wait(Indicator indicator, EntryForm.Typed typed, int step) {
    Told open = now.wait(indicator.id(), typed.seen());
    String whom = open == null ? "" : Objects.requireNonNullElse(open.words(), "");
    Report.Kind kind;
    if (typed.waits() && (open == null || !whom.equals(typed.whom()))) {
      kind = Report.Kind.WAIT;
    } else if (!typed.waits() && open != null) {
      kind = Report.Kind.ARRIVE;
    } else {
      return;
    }
    reports.add(
        new Report(
            now.unitId(),
            indicator.id(),
            now.month(),
            step,
            kind,
            Map.of(),
            false,
            false,
            kind == Report.Kind.WAIT ? typed.whom() : null));
  }

  private void files(Indicator indicator, EntryForm.Typed typed) {
    LocalDate expires = null;
    if (!typed.expires().isEmpty() && typed.files().isEmpty()) {
      String field = Field.EXPIRES.of(indicator.id());
      wrong(indicator, field, Problem.at("", FormRefusal.DAY_ALONE.key(), typed.expires()));
    }
    if (!typed.expires().isEmpty() && !typed.files().isEmpty()) {
      expires = Days.read(typed.expires()).orElse(null);
      if (expires == null) {
        wrong(
            indicator,
            Field.EXPIRES.of(indicator.id()),
            Days.problem("", "rural.entry.expires", typed.expires()));
      }
    }
    for (MultipartFile file : typed.files()) {
      try {
        String name = UploadedName.of(file, file.getName());
        files.add(
            new Attachment(
                now.unitId(), indicator.id(), now.month(), name, file.getBytes(), expires));
      } catch (Refusal refusal) {
        wrong(indicator, Field.FILES.of(indicator.id()), refusal.problems().getFirst());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void wrong(Indicator indicator, String field, Problem problem) {
    problems.add(new FieldProblem(indicator.id(), indicator.number(), field, problem));
  }
}
