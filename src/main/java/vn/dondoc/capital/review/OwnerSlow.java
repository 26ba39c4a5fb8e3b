package vn.dondoc.capital.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chủ đầu tư có dòng vốn chậm.
 *
 * @param ownerId chủ đầu tư
 * @param name its name
 * @param money plan and disbursement of all its lines
 * @param slow its slow lines, most unspent first
 * @param reliability how far it can be believed; null when nothing can be told
 */
record OwnerSlow(
    int ownerId,
    String name,
    SlowLine.Money money,
    List<SlowLine> slow,
    @Nullable Reliability reliability) {

  /** Owners of these slow lines, who has most unspent in them first. */
  static List<OwnerSlow> of(Reviews.Picture picture, List<SlowLine> slow) {
    Map<Integer, List<SlowLine>> byOwner = new LinkedHashMap<>();
    slow.forEach(
        line -> byOwner.computeIfAbsent(line.ownerId(), id -> new ArrayList<>()).add(line));
    return byOwner.entrySet().stream()
        .map(entry -> owner(picture, entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong((OwnerSlow owner) -> -owner.unspent())
                .thenComparing(OwnerSlow::name))
        .toList();
  }

  private static OwnerSlow owner(Reviews.Picture picture, int id, List<SlowLine> slow) {
    long plan = 0;
    long disbursed = 0;
    long outstanding = 0;
    for (SlowLine line : picture.lines()) {
      if (line.ownerId() == id) {
        plan += line.money().plan();
        disbursed += line.money().disbursed();
        outstanding += line.money().outstanding();
      }
    }
    return new OwnerSlow(
        id,
        slow.getFirst().owner(),
        new SlowLine.Money(plan, disbursed, outstanding),
        slow.stream().sorted(Comparator.comparingLong(line -> -line.money().unspent())).toList(),
        picture.reliability().get(id));
  }

  /**
   * Whether it is called to the meeting: by the rate of all its lines against the province's, as
   * the rule has it; a slow line alone does not make an owner slow.
   */
  boolean isCalled(Reviews.Picture picture) {
    return picture.calling().isPresent() && money.isBelow(picture.province());
  }

  long unspent() {
    return slow.stream().mapToLong(line -> line.money().unspent()).sum();
  }
}
