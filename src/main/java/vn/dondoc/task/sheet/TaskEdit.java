package vn.dondoc.task.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.Wording;

/**
 * Điều một dòng sửa ở một nhiệm vụ; a null leaves the field as it is.
 *
 * @param action việc
 * @param leads chủ trì
 * @param coordinators phối hợp
 * @param due thời hạn
 * @param consequence hệ quả; empty takes it out
 */
record TaskEdit(
    @Nullable String action,
    @Nullable List<Body> leads,
    @Nullable List<Body> coordinators,
    @Nullable Due due,
    @Nullable String consequence) {

  boolean isEmpty() {
    return action == null
        && leads == null
        && coordinators == null
        && due == null
        && consequence == null;
  }

  /** A task with only these fields changed. */
  NewTask apply(NewTask task) {
    Wording said = task.wording();
    Wording wording =
        new Wording(
            action == null ? said.action() : action,
            said.quote(),
            consequence == null ? said.consequence() : consequence.isEmpty() ? null : consequence,
            said.condition());
    List<Party> parties = new ArrayList<>();
    parties.addAll(parties(task, leads, Party.Part.LEAD));
    parties.addAll(parties(task, coordinators, Party.Part.COORDINATE));
    task.parties().stream()
        .filter(p -> p.part() != Party.Part.LEAD && p.part() != Party.Part.COORDINATE)
        .forEach(parties::add);
    return new NewTask(
        task.source(),
        task.ordinal(),
        wording,
        due == null ? task.due() : due,
        leads == null && coordinators == null ? task.parties() : parties);
  }

  private static List<Party> parties(NewTask task, @Nullable List<Body> bodies, Party.Part part) {
    List<Party> now = task.parties().stream().filter(p -> p.part() == part).toList();
    if (bodies == null) {
      return now;
    }
    return bodies.stream()
        .map(body ->
            now.stream()
                .filter(p -> p.bodyId() == body.id())
                .findFirst()
                .orElse(new Party(body.id(), part, body.name())))
        .toList();
  }
}
