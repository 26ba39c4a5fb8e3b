package vn.dondoc.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal;

/**
 * What the correction form sends.
 *
 * @param version the version it was made from
 * @param action việc
 * @param lead ids of the bodies that lead
 * @param coordinate ids of the bodies that help
 * @param due the fields of the deadline
 * @param consequence hệ quả
 * @param why the reason of the correction
 */
record TaskForm(
    int version,
    @Nullable String action,
    List<Integer> lead,
    List<Integer> coordinate,
    DueForm due,
    @Nullable String consequence,
    @Nullable String why) {

  /** As sent. */
  static TaskForm of(MultiValueMap<String, String> sent) {
    Long version = TaskRequest.whole(sent.getFirst("version"));
    return new TaskForm(
        version == null ? 0 : version.intValue(),
        sent.getFirst("action"),
        ids(sent.get("lead")),
        ids(sent.get("coordinate")),
        DueForm.of(sent),
        sent.getFirst("consequence"),
        sent.getFirst("why"));
  }

  /** A number no body has, 0, for what is none: refused with the others. */
  private static List<Integer> ids(@Nullable List<String> sent) {
    return sent == null
        ? List.of()
        : sent.stream().map(TaskRequest::whole).map(id -> id == null ? 0 : id.intValue()).toList();
  }

  @Override
  public String why() {
    return Objects.requireNonNullElse(why, "");
  }

  /** The task as it shall read from now on. */
  NewTask change(NewTask before, Bodies bodies) {
    List<Party> parties = new ArrayList<>();
    parties.addAll(parties(lead, Party.Part.LEAD, before, bodies));
    parties.addAll(parties(coordinate, Party.Part.COORDINATE, before, bodies));
    before.parties().stream()
        .filter(p -> p.part() != Party.Part.LEAD && p.part() != Party.Part.COORDINATE)
        .forEach(parties::add);
    Wording wording =
        new Wording(
            Objects.requireNonNullElse(action, "").strip(),
            before.wording().quote(),
            consequence == null || consequence.isBlank() ? null : consequence.strip(),
            before.wording().condition());
    return new NewTask(before.source(), before.ordinal(), wording, due.read(before.due()), parties);
  }

  private static List<Party> parties(
      List<Integer> ids, Party.Part part, NewTask before, Bodies bodies) {
    Map<Integer, Body> known =
        bodies.find(ids).stream().collect(Collectors.toMap(Body::id, Function.identity()));
    List<Party> parties = new ArrayList<>();
    for (Integer id : ids) {
      Body body = known.get(id);
      if (body == null) {
        throw Refusal.of(TaskRefusal.BODY, part.name().toLowerCase(Locale.ROOT), id);
      }
      String written =
          before.parties().stream()
              .filter(p -> p.bodyId() == id)
              .map(Party::asWritten)
              .findFirst()
              .orElse(body.name());
      parties.add(new Party(id, part, written));
    }
    return parties;
  }
}
