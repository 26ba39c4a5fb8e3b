package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.ListAddress;

/**
 * One file as the page shows it.
 *
 * @param whose whose it is
 * @param filter as of which day, which matters
 * @param asked what the address says
 * @param matters of this page
 * @param explanations of these matters, oldest first
 * @param outcomes of these matters, oldest first
 * @param proofs what other fields hold against the same head
 * @param next id of the last matter when there are more
 * @param path of the file
 */
record FileView(
    HeadMatter.Whose whose,
    HeadFilter filter,
    Map<String, String> asked,
    List<HeadMatter> matters,
    List<Explanation> explanations,
    List<Outcome> outcomes,
    List<HeadProof> proofs,
    @Nullable Long next,
    String path) {
  ListAddress address() {
    return new ListAddress(path, asked);
  }

  List<Explanation> explanations(HeadMatter matter) {
    return explanations.stream().filter(e -> e.dutyId() == matter.dutyId()).toList();
  }

  List<Outcome> outcomes(HeadMatter matter) {
    return outcomes.stream().filter(o -> o.dutyId() == matter.dutyId()).toList();
  }

  /** As of today: only then something can be put into the file. */
  boolean isToday(LocalDate today) {
    return filter.day().equals(today);
  }

  boolean mayExplain(HeadMatter matter) {
    return Heads.mayExplain(matter);
  }

  boolean mayDecide(HeadMatter matter) {
    return Heads.mayDecide(matter);
  }
}
