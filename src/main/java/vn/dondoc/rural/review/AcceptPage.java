package vn.dondoc.rural.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.AssessmentRefusal;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.review.Acceptances.Chosen;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Chấp nhận nhiều chỉ tiêu: chosen in the queue, looked over, confirmed once. */
@Controller
class AcceptPage {
  private static final String SECTION = "rural";
  private static final String VERIFY = "/nong-thon-moi/tham-tra/nhan";
  private static final String APPRAISE = "/nong-thon-moi/tham-dinh/nhan";
  private static final int ATTEMPTS = 3;

  private final QueueStore queue;
  private final ReviewScope scope;
  private final Acceptances acceptances;
  private final Assessments assessments;
  private final Pages pages;

  AcceptPage(
      QueueStore queue,
      ReviewScope scope,
      Acceptances acceptances,
      Assessments assessments,
      Pages pages) {
    this.queue = queue;
    this.scope = scope;
    this.acceptances = acceptances;
    this.assessments = assessments;
    this.pages = pages;
  }

  @PostMapping({VERIFY, APPRAISE})
  ModelAndView preview(
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
    Stage stage = allowed(request);
    boolean all = fields.containsKey("tat-ca");
    List<Chosen> chosen = all ? filtered(stage, fields.toSingleValueMap()) : chosen(fields);
    return show(stage, fields, acceptances.sort(stage, chosen), false);
  }

  @PostMapping({VERIFY + "/ghi", APPRAISE + "/ghi"})
  ModelAndView accept(
      @RequestParam MultiValueMap<String, String> fields,
      RedirectAttributes attributes,
      HttpServletRequest request) {
    Stage stage = allowed(request);
    List<Chosen> chosen = chosen(fields);
    UUID key = key(fields.getFirst("lan-gui"));
    if (assessments.isRecorded(key)) {
      return told(stage, fields, attributes, "rural.review.accept.before", chosen.size());
    }
    Acceptances.Sorted sorted = accept(stage, key, chosen);
    if (sorted.left().isEmpty()) {
      return told(stage, fields, attributes, "rural.review.accept.done", sorted.accepted().size());
    }
    ModelAndView shown = show(stage, fields, sorted, true);
    if (sorted.accepted().isEmpty()) {
      shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return shown;
  }

  /** Where another writes at the same moment, it is sorted anew upon what they wrote. */
  private Acceptances.Sorted accept(Stage stage, UUID key, List<Chosen> chosen) {
    for (int attempt = 1; ; attempt++) {
      try {
        return acceptances.accept(stage, key, chosen);
      } catch (Refusal raced) {
        boolean again = raced.code() == AssessmentRefusal.RACED && attempt < ATTEMPTS;
        if (!again) {
          throw raced;
        }
      } catch (PessimisticLockingFailureException crossed) {
        if (attempt >= ATTEMPTS) {
          throw crossed;
        }
      }
    }
  }

  private ModelAndView told(
      Stage stage,
      MultiValueMap<String, String> fields,
      RedirectAttributes attributes,
      String key,
      int count) {
    attributes.addFlashAttribute(
        Pages.NOTICE, pages.page(SECTION).t(key, pages.page(SECTION).formats().count(count)));
    return new ModelAndView(
        "redirect:" + AcceptView.queue(stage, fields.toSingleValueMap()).with("", ""));
  }

  private ModelAndView show(
      Stage stage, MultiValueMap<String, String> fields, Acceptances.Sorted sorted, boolean done) {
    List<Place> communes = scope.communes(stage);
    AcceptView view =
        new AcceptView(
            stage,
            fields.toSingleValueMap(),
            sorted,
            done,
            UUID.randomUUID(),
            new AcceptView.Names(communes, scope.titles(), scope.indicators()));
    return pages.show("rural/review/accept", SECTION, Map.of("view", view));
  }

  private List<Chosen> filtered(Stage stage, Map<String, String> asked) {
    var indicators = scope.indicators();
    QueueFilter filter =
        QueueFilter.of(
            AcceptView.filter(asked),
            scope.communes(stage),
            scope.mine(stage, indicators),
            scope::criteria);
    List<QueueStore.Line> lines = queue.first(stage, filter, Acceptances.MOST + 1);
    if (lines.size() > Acceptances.MOST) {
      throw Refusal.of(
          ReviewRefusal.TOO_MANY, "chon", queue.count(stage, filter), Acceptances.MOST);
    }
    return some(lines.stream().map(Chosen::of).toList());
  }

  private static List<Chosen> chosen(MultiValueMap<String, String> fields) {
    List<Chosen> chosen = new ArrayList<>();
    for (String one : fields.getOrDefault("chon", List.of())) {
      if (one.matches("\\d{1,18}\\.\\d{1,6}")) {
        String[] parts = one.split("\\.");
        chosen.add(new Chosen(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
      }
    }
    if (chosen.size() > Acceptances.MOST) {
      throw Refusal.of(ReviewRefusal.TOO_MANY, "chon", chosen.size(), Acceptances.MOST);
    }
    return some(chosen);
  }

  private static List<Chosen> some(List<Chosen> chosen) {
    if (chosen.isEmpty()) {
      throw Refusal.of(ReviewRefusal.NO_ROW, "chon");
    }
    return chosen;
  }

  private static UUID key(@Nullable String sent) {
    try {
      return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
    } catch (IllegalArgumentException unreadable) {
      return UUID.randomUUID();
    }
  }

  private static Stage allowed(HttpServletRequest request) {
    Stage stage = Stage.of(request);
    Rights.require(stage.right());
    return stage;
  }
}
