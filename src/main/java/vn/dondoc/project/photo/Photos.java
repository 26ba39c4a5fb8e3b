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
import vn.dondoc.project.Project;
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

  /**
   * Kết quả gửi ảnh.
   *
   * @param fresh ảnh mới
   * @param back ảnh đã cất, nay lấy lại
   * @param there ảnh đã có
   */
  public record Sent(int fresh, int back, int there) {}

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
   * Keeps photos, all or none. One that was put away comes back, with the day and the caption it
   * had.
   *
   * @return how many are new, came back or were there
   * @throws Refusal with every problem: no picture, too large, too many, over the quota
   */
  @Transactional
  public Sent add(long project, List<PhotoFile> files, About about) {
    Project named = projects.required(project);
    Projects.refuseNotMine(named);
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
    int fresh = 0;
    int back = 0;
    try {
      for (PhotoFile file : files) {
        int added = store.add(project, file, about, today);
        fresh += added;
        back += added == 1 ? 0 : store.bringBack(project, file, today);
      }
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "photos", named.facts().name());
    } catch (DataIntegrityViolationException raced) {
      if (String.valueOf(raced.getMessage()).contains("more photos than it may")) {
        throw Refusal.of(ProjectRefusal.PHOTO_QUOTA, "photos", QUOTA >> 20);
      }
      throw raced;
    }
    if (fresh > 0) {
      audit.record(Projects.act("project.photo", project, null, Map.of(), Map.of("photos", fresh)));
    }
    if (back > 0) {
      audit.record(
          Projects.act("project.photo_back", project, null, Map.of(), Map.of("photos", back)));
    }
    return new Sent(fresh, back, files.size() - fresh - back);
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
