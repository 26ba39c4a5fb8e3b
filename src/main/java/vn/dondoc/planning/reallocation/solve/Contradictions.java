package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.dondoc.planning.reallocation.Conflict;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/** Finds a smallest set of pins that no plan can keep. */
final class Contradictions {
  private static final long CHECK_MILLIS = 2_000;
  private static final long ALL_MILLIS = 10_000;

  private final Instance instance;
  private final Progress progress;
  private final long until = System.nanoTime() + ALL_MILLIS * 1_000_000;

  Contradictions(Instance instance, Progress progress) {
    this.instance = instance;
    this.progress = progress;
  }

  Conflict conflict() {
    List<Pin> few = irreducible(instance.rules().pins());
    boolean smallest = true;
    for (int size = 1; size < few.size(); size++) {
      Subsets subsets = new Subsets(size);
      if (subsets.search(0)) {
        few = List.copyOf(subsets.chosen);
        break;
      }
      if (subsets.cutShort) {
        smallest = false;
        break;
      }
    }
    return new Conflict(few.stream().map(Pin::id).sorted().toList(), smallest, limits(few));
  }

  /** Leaves out one pin after the other as long as the rest still contradicts. */
  private List<Pin> irreducible(List<Pin> all) {
    List<Pin> left = new ArrayList<>(all);
    for (Pin pin : all) {
      List<Pin> without = new ArrayList<>(left);
      without.remove(pin);
      if (!possible(without)) {
        left = without;
      }
    }
    return left;
  }

  private boolean possible(List<Pin> pins) {
    return possible(new Programme(instance.with(instance.rules().with(pins))));
  }

  private boolean possible(Programme programme) {
    Network network = new Network(programme);
    if (!network.cheapest(network.bounds, 0, 0).feasible()) {
      return false;
    }
    if (programme.smallest <= 1 || !Natives.available()) {
      return true;
    }
    IntegerModel model = new IntegerModel(programme, false);
    return !new IntegerSearch(programme, progress, 1)
        .least(model, Phase.DISTURBANCE, LinearExpr.constant(0), CHECK_MILLIS)
        .impossible();
  }

  /** Tries every set of a size. */
  private final class Subsets {
    private final int size;
    private final List<Pin> chosen = new ArrayList<>();
    private boolean cutShort;

    Subsets(int size) {
      this.size = size;
    }

    boolean search(int from) {
      if (chosen.size() == size) {
        return !possible(chosen);
      }
      List<Pin> pins = instance.rules().pins();
      for (int at = from; at <= pins.size() - (size - chosen.size()); at++) {
        if (System.nanoTime() > until || progress.stopped()) {
          cutShort = true;
          return false;
        }
        chosen.add(pins.get(at));
        if (search(at + 1)) {
          return true;
        }
        chosen.removeLast();
      }
      return false;
    }
  }

  /** The limits that the pins meet: those of their lines, else the first whose lifting helps. */
  private List<Limit> limits(List<Pin> pins) {
    Instance only = instance.with(instance.rules().with(pins));
    Programme programme = new Programme(only);
    Set<Limit> limits = new TreeSet<>();
    boolean cut = false;
    for (LineRoom room : programme.rooms) {
      if (room.forcedCut > room.give) {
        limits.add(room.cutLimit);
      }
      if (room.forcedRaise > room.take) {
        limits.add(room.raiseLimit);
      }
      cut |= room.forcedCut > 0;
    }
    if (limits.isEmpty()) {
      limits.add(coupling(programme, cut));
    }
    return List.copyOf(limits);
  }

  private Limit coupling(Programme programme, boolean cut) {
    Arrays.fill(programme.ownerLoss, Programme.FREE);
    if (possible(programme)) {
      return Limit.OWNER_SHARE;
    }
    Arrays.fill(programme.projectRoom, Programme.FREE);
    if (possible(programme)) {
      return Limit.TOTAL_INVESTMENT;
    }
    Arrays.fill(programme.payable, Programme.FREE);
    if (possible(programme)) {
      return Limit.PAYABLE;
    }
    return cut ? Limit.POOL_ROOM : Limit.POOL_SURPLUS;
  }
}
