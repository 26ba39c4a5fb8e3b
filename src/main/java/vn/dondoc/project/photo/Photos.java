package vn.dondoc.project.photo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectCheck;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;

/**
 * Các ảnh công trình: within a quota; one that does not belong there is put away, never deleted.
 */
@Component
@Transactional(readOnly = true)
public class Photos {
  /** Bytes the photos of one project may have together, as the database holds it. */
  static final long QUOTA = 200L << 20;

  private static final int LONGEST_CAPTION = 300;
  private static final int OLDEST_YEARS = 20;

  private final PhotoStore store;
  private final Projects projects;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Photos(
      PhotoStore store,
      Projects projects,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /**
   * Về các ảnh gửi cùng lúc.
   *
   * @param takenOn ngày chụp
   * @param caption chú thích
   */
  public record About(LocalDate takenOn, @Nullable String caption) {}

  /** Photos of a project, newest first. */
  public List<Photo> of(long project) {
    return store.of(project);
  }

  /**
   * One photo with its bytes.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public PhotoFile required(long id) {
    return store
        .find(id)
        .orElseThrow(() -> Refusal.of(ProjectRefusal.PHOTO, Long.toString(id), Long.toString(id)))
        .file();
  }

  /**
   * Keeps photos, all or none.
   *
   * @return how many are new
   * @throws Refusal with every problem: no picture, too large, too many, over the quota
   */
  @Transactional
  public int add(long project, List<PhotoFile> files, About about) {
    Projects.refuseNotMine(projects.required(project));
    LocalDate today = day.today();
    List<Problem> problems = new ArrayList<>();
    files.forEach(file -> file.look(problems));
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .addAll(problems)
            .within("caption", about.caption(), LONGEST_CAPTION);
    if (files.isEmpty() || files.size() > PhotoFile.MOST) {
      check.add("photos", ProjectRefusal.PHOTO_NONE, files.size(), PhotoFile.MOST);
    }
    if (about.takenOn().isAfter(today)
        || about.takenOn().isBefore(today.minusYears(OLDEST_YEARS))) {
      check.add("taken", ProjectRefusal.PHOTO_DAY, about.takenOn(), today);
    }
    long more = files.stream().mapToLong(file -> file.content().length).sum();
    if (store.bytes(project) + more > QUOTA) {
      check.add("photos", ProjectRefusal.PHOTO_QUOTA, QUOTA >> 20);
    }
    check.refuse();
    int added = 0;
    try {
      for (PhotoFile file : files) {
        added += store.add(project, file, about, today);
      }
    } catch (DataIntegrityViolationException raced) {
      if (String.valueOf(raced.getMessage()).contains("more photos than it may")) {
        throw Refusal.of(ProjectRefusal.PHOTO_QUOTA, "photos", QUOTA >> 20);
      }
      throw raced;
    }
    audit.record(Projects.act("project.photo", project, null, Map.of(), Map.of("photos", added)));
    return added;
  }

  /**
   * Puts a photo away that does not belong there.
   *
   * @throws Refusal when there is none, or no reason is given
   */
  @Transactional
  public void putAway(long project, long id, String why) {
    Projects.refuseNotMine(projects.required(project));
    if (store.find(id).filter(kept -> kept.project() == project).isEmpty()) {
      throw Refusal.of(ProjectRefusal.PHOTO, "", Long.toString(id));
    }
    new ProjectCheck(reference.choices()).why(why).refuse();
    try {
      store.putAway(project, id, why.strip(), day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.PHOTO, "", Long.toString(id));
    }
    audit.record(
        Projects.act(
            "project.put_photo_away", project, why.strip(), Map.of("photo", id), Map.of()));
  }
}
