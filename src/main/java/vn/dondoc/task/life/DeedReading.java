package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/** Reads a form into a deed: days and names as typed become days and bodies. */
@Component
@Transactional(readOnly = true)
class DeedReading {
  private final Bodies bodies;
  private final Heirs heirs;
  private final ProvinceDay day;

  DeedReading(Bodies bodies, Heirs heirs, ProvinceDay day) {
    this.bodies = bodies;
    this.heirs = heirs;
    this.day = day;
  }

  /**
   * The deed of a form.
   *
   * @throws Refusal when the day is none, or the name fits no body or several
   */
  Deed read(FactKind kind, DeedForm form) {
    List<Problem> problems = new ArrayList<>();
    LocalDate until = kind.needsDay() ? day(form.typedDay(), problems) : null;
    Integer other = kind == FactKind.HAND_BACK ? body(form.typedBody(), problems) : null;
    if (!problems.isEmpty()) {
      throw Refusal.of(LifeRefusal.BODY_NAME, problems);
    }
    return new Deed(
        kind, form.step(), until, other, form.typedWords(), form.typedDocument(), form.evidence());
  }

  private static @Nullable LocalDate day(String typed, List<Problem> problems) {
    if (typed.isEmpty()) {
      return null;
    }
    LocalDate read = Days.read(typed).orElse(null);
    if (read == null) {
      problems.add(Days.problem("day", "task.life.day", typed));
    }
    return read;
  }

  /** A body that has ceased is still found by its name, to be told who follows it. */
  private @Nullable Integer body(String typed, List<Problem> problems) {
    if (typed.isEmpty()) {
      return null;
    }
    Resolution found = bodies.resolve(typed, day.today());
    Optional<Body> sure =
        found.isSure() ? Optional.of(found.bodies().getFirst()) : heirs.formerly(typed);
    if (sure.isPresent() && !sure.get().isGroup()) {
      return sure.get().id();
    }
    String near =
        bodies.toldApart(found.bodies(), day.today()).stream()
            .filter(body -> !body.isGroup())
            .map(Body::name)
            .collect(Collectors.joining("; "));
    problems.add(
        near.isEmpty()
            ? Problem.at("body", LifeRefusal.BODY_NAME.key(), typed)
            : Problem.at("body", LifeRefusal.BODY_NEAR.key(), typed, near));
    return null;
  }
}
