package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;

/**
 * Soát minh chứng: what is wrong with files, their number, names, sizes, types, and whose they are.
 */
@Component
class EvidenceCheck {
  private final Places places;
  private final ProvinceDay day;

  EvidenceCheck(Places places, ProvinceDay day) {
    this.places = places;
    this.day = day;
  }

  /** All of it at once. */
  List<Problem> look(List<Attachment> files) {
    List<Problem> problems = new ArrayList<>(Attachment.problems(files));
    var actor = Acting.current();
    boolean may = actor.may(Report.Kind.CLAIM.right()) || actor.may(Report.Kind.VERIFY.right());
    for (Attachment file : files) {
      LocalDate expires = file.expiresOn();
      if (expires != null && expires.isBefore(file.period().atDay(1))) {
        problems.add(
            Problem.at(
                file.name(),
                AssessmentRefusal.EVIDENCE_EXPIRED.key(),
                file.name(),
                expires,
                ReportCheck.written(file.period())));
      } else if (expires != null && expires.isBefore(lastOf(file.period()))) {
        problems.add(
            Problem.at(
                file.name(),
                AssessmentRefusal.EVIDENCE_ENDED.key(),
                file.name(),
                expires,
                lastOf(file.period())));
      }
      boolean sees = may && actor.places().contains(file.unitId());
      if (actor.accountId() > 0 && !sees) {
        problems.add(
            Problem.at(file.name(), AssessmentRefusal.NOT_YOURS.key(), title(file.unitId())));
      }
    }
    return problems;
  }

  /** The last day of a month there is something to prove of: today while it lasts. */
  private LocalDate lastOf(YearMonth period) {
    LocalDate last = period.atEndOfMonth();
    return last.isAfter(day.today()) ? day.today() : last;
  }

  private String title(int unit) {
    return places.find(unit, day.today()).map(Place::title).orElse(Integer.toString(unit));
  }
}
