package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Hoàn thiện bản nháp: what can only be said once all tasks of a text are known. */
final class DraftPolish {
  // How many blocks of a news page its headline and its lead may take.
  private static final int LEADS = 3;

  private static final Set<String> DAYTIMES = Deadlines.keys("sáng trưa chiều tối");

  private final Words words;
  private final Lexicon.Senses senses;

  private final List<Block> blocks;

  DraftPolish(Words words, Lexicon.Senses senses, List<Block> blocks) {
    this.words = words;
    this.senses = senses;

    this.blocks = blocks;
  }

  List<Draft> polish(List<Draft> drafts, boolean headed) {
    List<Draft> all = new ArrayList<>(drafts);
    if (!headed) {
      all.removeIf(draft -> isFurniture(blocks.get(draft.block)));
      dropRepeatedLead(all);
      dropAppeal(all);
      dropToldAgain(all);
    }
    for (int k = 0; k < all.size(); k++) {
      Draft draft = all.get(k);
      if (draft.lead.isEmpty()
          && draft.consequenceFrom >= 0
          && (draft.inferred.isEmpty() || draft.reading.shape() == Reading.Shape.PASSIVE)) {
        List<Party> blamed = blamed(draft);
        draft.inferred = blamed.isEmpty() ? draft.inferred : blamed;
      }
      if (draft.lead.size() == 1 && draft.lead.getFirst().form() == Party.Form.ANAPHORA) {
        draft.inferred = meant(all, k);
      }
      resolveReference(draft, all);
    }
    return all;
  }

  /**
   * The heads who answer for it tell who has to do it: "Thủ trưởng các đơn vị còn có công trình".
   */
  private List<Party> blamed(Draft draft) {
    for (int k = draft.consequenceFrom; k < draft.consequenceTo; k++) {
      if (senses.has(Sense.CONSEQ, k)) {
        int from = draft.consequenceFrom;
        int post = senses.at(Sense.POST, from);
        int start = post > 0 ? from + post : from;
        boolean named = senses.has(Sense.DETERMINER, start);
        return named && k > start ? List.of(new Party(start, k, Party.Form.GROUP)) : List.of();
      }
    }
    return List.of();
  }

  /** "Sở": the last doer named whose name starts with that word. */
  private List<Party> meant(List<Draft> all, int at) {
    String head = words.key(all.get(at).lead.getFirst().from());
    for (int k = at - 1; k >= 0; k--) {
      for (Party party : all.get(k).lead) {
        if (party.form() != Party.Form.ANAPHORA && words.key(party.from()).equals(head)) {
          return List.of(party);
        }
      }
    }
    return List.of();
  }

  private void resolveReference(Draft draft, List<Draft> all) {
    Deadlines.Found found = draft.deadline;
    if (found == null || found.item() == null) {
      return;
    }
    for (Draft other : all) {
      List<String> path = blocks.get(other.block).path();
      boolean cited = !path.isEmpty() && path.getLast().equalsIgnoreCase(found.item());
      Deadlines.Found target = other.deadline;
      if (other != draft && cited && target != null && target.item() == null) {
        Deadline resolved = target.deadline().saying(found.deadline().text());
        draft.deadline =
            new Deadlines.Found(found.from(), found.to(), resolved, found.strength(), null);
        return;
      }
    }
    draft.deadline = null;
  }

  /** A news lead tells in short what is given in full below: the short telling is no task. */
  private void dropRepeatedLead(List<Draft> all) {
    while (all.size() > 1
        && all.getFirst().block <= LEADS
        && !goesOn(blocks.get(all.getFirst().block))
        && (all.getFirst().block == 0 || explained(all.getFirst().block))) {
      Draft first = all.getFirst();
      Set<String> said = content(first);
      Set<String> again = new HashSet<>();
      int next = -1;
      for (Draft later : all) {
        if (later.block > first.block) {
          next = next < 0 ? later.block : next;
          again.addAll(content(later));
        }
      }
      again.retainAll(said);
      int following = next;
      boolean more =
          next == first.block + 1
              && all.stream().anyMatch(later -> later.block == following && addsTo(later));
      if (datesAlone(first, all) || more) {
        return;
      }
      int share = next > 0 && explains(next) ? 5 : 7;
      if (next < 0 || again.size() * 10 < said.size() * share) {
        return;
      }
      all.removeFirst();
    }
  }

  /**
   * "Chiều 5-3, Chủ tịch đã kiểm tra … và yêu cầu các xã tập trung …": the lead of a report on a
   * visit or a meeting appeals to everybody; who has to do what stands in the paragraphs below.
   */
  private void dropAppeal(List<Draft> all) {
    Draft first = all.isEmpty() ? null : all.getFirst();
    if (first == null
        || first.block > LEADS
        || goesOn(blocks.get(first.block))
        || !tellsEvent(first)
        || first.deadline != null && first.deadline.deadline().date() != null
        || first.lead.stream().anyMatch(DraftPolish::isNamed)) {
      return;
    }
    long below = all.stream().filter(later -> later.block > first.block).count();
    if (below > 1) {
      all.removeFirst();
    }
  }

  private static boolean isNamed(Party party) {
    return party.form() == Party.Form.BODY || party.form() == Party.Form.POST;
  }

  /** "Sáng 9/12, Bí thư Huyện ủy đã …": who went or met where stands in front of the order. */
  private boolean tellsEvent(Draft draft) {
    int from = blocks.get(draft.block).from();
    for (int k = from; k < draft.reading.action(); k++) {
      boolean first = k == from || words.isMark(k - 1) || words.lines(k) > 0;
      boolean opens = first && words.isCapital(k) && DAYTIMES.contains(words.key(k));
      if (opens || k > from && words.is(k, "đã") && senses.at(Sense.ORDER, k + 1) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The first telling alone names its day: it is no repetition. */
  private static boolean datesAlone(Draft first, List<Draft> all) {
    Deadlines.Found due = first.deadline;
    return due != null
        && due.strength() >= Deadlines.FIRM
        && due.deadline().kind() == Deadline.Kind.DATE
        && all.stream().noneMatch(later -> later != first && dueAlike(first, later));
  }

  /** "Tin liên quan: …", "Các tin khác: …": headlines of other pages. */
  private boolean isFurniture(Block block) {
    int from = block.from();
    boolean news = words.is(from, "tin") || words.is(from, "các") && words.is(from + 1, "tin");
    boolean more = (words.is(from, "đọc") || words.is(from, "xem")) && words.is(from + 1, "thêm");
    for (int k = from + 1; (news || more) && k < Math.min(block.to(), from + 6); k++) {
      if (words.isMark(k, ':')) {
        return true;
      }
    }
    return false;
  }

  /** "Theo đó, …" stands farther down: the lines above it are headline and lead. */
  private boolean explained(int block) {
    for (int b = block + 1; b < Math.min(blocks.size(), block + LEADS + 2); b++) {
      for (int k = blocks.get(b).from(); k + 1 < blocks.get(b).to(); k++) {
        if (words.is(k, "theo") && words.is(k + 1, "đó") && words.isCapital(k)) {
          return true;
        }
      }
      if (quotes(b)) {
        return true;
      }
    }
    return false;
  }

  /** "Chỉ thị yêu cầu …", "Công điện nêu rõ: …": a paragraph that gives what a paper says. */
  private boolean quotes(int block) {
    int from = blocks.get(block).from();
    int paper = senses.at(Sense.DOCKIND, from);
    return paper > 0
        && words.isCapital(from)
        && (senses.has(Sense.SAYS, from) || senses.has(Sense.ORDER, from + paper));
  }

  /** The same order for the same doer told again farther down: the fuller telling stays. */
  private void dropToldAgain(List<Draft> all) {
    all.removeIf(draft ->
        all.stream()
            .anyMatch(later ->
                later.block > draft.block
                    && !addsTo(later)
                    && dueAlike(draft, later)
                    && namesSame(draft, later)
                    && holds(content(later), content(draft))));
  }

  /** "Tương tự, UBND tỉnh cũng giao …", "Ngoài ra, …": one more order, not the same one again. */
  private boolean addsTo(Draft later) {
    int from = blocks.get(later.block).body();
    boolean also = words.is(from, "tương") && words.is(from + 1, "tự");
    for (int k = later.from; k < Math.min(later.to, later.from + 14); k++) {
      also |= words.is(k, "cũng") && senses.has(Sense.ORDER, k + 1);
    }
    return also || opensMore(later.block);
  }

  /** "Ngoài ra, …", "Bên cạnh đó, …": a paragraph that adds to what stands above it. */
  private boolean opensMore(int block) {
    int from = blocks.get(block).body();
    return senses.at(Sense.ADDS, from) > 1 && words.isCapital(from);
  }

  private static boolean dueAlike(Draft told, Draft later) {
    Deadlines.Found due = told.deadline;
    Deadlines.Found again = later.deadline;
    return due == null
        || again != null && Objects.equals(due.deadline().date(), again.deadline().date());
  }

  private boolean namesSame(Draft a, Draft b) {
    return !a.lead.isEmpty()
        && a.lead.size() == b.lead.size()
        && words
            .text(a.lead.getFirst().from(), a.lead.getFirst().to())
            .equalsIgnoreCase(words.text(b.lead.getFirst().from(), b.lead.getFirst().to()));
  }

  private static boolean holds(Set<String> all, Set<String> part) {
    long shared = part.stream().filter(all::contains).count();
    return part.size() > 8 && shared * 10 >= part.size() * 8;
  }

  /** "Theo đó, …" at the very start: an extract out of a text whose lead is not here. */
  private boolean goesOn(Block block) {
    return block.marker() != null || senses.has(Sense.CONNECT, block.body());
  }

  /** "Theo đó, …", "Cụ thể, …": what was told in short comes in full. */
  private boolean explains(int block) {
    for (int b = 1; b <= block; b++) {
      int from = blocks.get(b).from();
      int to = blocks.get(b).to();
      boolean full =
          words.is(from, "theo") && words.is(from + 1, "đó")
              || words.is(from, "cụ") && words.is(from + 1, "thể")
              || quotes(b)
              || words.isMark(to - 1, ':') && to - from > 4;
      if (full) {
        return true;
      }
    }
    return false;
  }

  private Set<String> content(Draft draft) {
    Set<String> keys = new HashSet<>();
    for (int k = draft.from; k < draft.to; k++) {
      if (words.isWord(k) && words.end(k) - words.start(k) > 1 && !senses.has(Sense.PURE, k)) {
        keys.add(words.key(k));
      }
    }
    return keys;
  }
}
