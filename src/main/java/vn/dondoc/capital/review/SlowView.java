package vn.dondoc.capital.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Signed;
import vn.dondoc.capital.source.Source;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Danh sách chậm as its page shows it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param picture the day it is of
 * @param within slow lines of the question, whatever rule they break
 * @param sources every source
 * @param choices names of blockers and levels
 * @param signed whether that day is of a closed period
 */
record SlowView(
    SlowFilter filter,
    ListAddress address,
    Reviews.Picture picture,
    List<SlowLine> within,
    List<Source> sources,
    Choices choices,
    Signed signed) {
  static final String PATH = "/von/cham";
  private static final int PAGE = 40;

  /** Lines of the question. */
  List<SlowLine> found() {
    return filter.rule().isEmpty()
        ? within
        : within.stream().filter(line -> line.breaks(filter.rule())).toList();
  }

  /** Values of the question that no list knows, each as a sentence with its remedy. */
  List<String> unknown(Page page) {
    List<String> told = new ArrayList<>();
    Integer owner = filter.ownerId();
    if (owner != null && !owners().containsValue(owner)) {
      told.add(unknown("chu-dau-tu", "capital.owner", page));
    }
    if (!filter.source().isEmpty()
        && sources.stream().noneMatch(source -> source.code().equals(filter.source()))) {
      told.add(unknown("nguon", "capital.slow.source_of", page));
    }
    if (!filter.rule().isEmpty()
        && picture.rules().stream().noneMatch(rule -> rule.code().equals(filter.rule()))) {
      told.add(unknown("quy-tac", "capital.slow.rule", page));
    }
    return told;
  }

  private String unknown(String name, String label, Page page) {
    String value = Texts.onOneLine(address.asked().getOrDefault(name, "").strip());
    return page.t("web.unknown_choice", value, page.t(label));
  }

  /** Lines of this page. */
  List<SlowLine> shown() {
    List<SlowLine> found = found();
    int from = from(found);
    return found.subList(from, Math.min(from + PAGE, found.size()));
  }

  /**
   * Told before anything is written.
   *
   * @throws vn.dondoc.kernel.Refusal when the page asked for follows no line
   */
  void requirePage() {
    shown();
  }

  private int from(List<SlowLine> found) {
    Long after = filter.after();
    if (after == null) {
      return 0;
    }
    for (int at = 0; at < found.size(); at++) {
      if (found.get(at).lineId() == after) {
        return at + 1;
      }
    }
    throw Asked.noSuchRow(after);
  }

  @Nullable String next() {
    List<SlowLine> shown = shown();
    return shown.isEmpty() || shown.getLast().equals(found().getLast())
        ? null
        : address.after(shown.getLast().lineId());
  }

  long count(SlowRule rule) {
    return within.stream().filter(line -> line.breaks(rule.code())).count();
  }

  long unspent() {
    return found().stream().mapToLong(line -> line.money().unspent()).sum();
  }

  /** Owners that have a slow line, by name. */
  Map<String, Integer> owners() {
    Map<String, Integer> owners = new TreeMap<>();
    picture.slow().forEach(line -> owners.put(line.owner(), line.ownerId()));
    return owners;
  }

  String source(Source source, Page page) {
    return page.texts().language() == Language.EN ? source.name().en() : source.name().vi();
  }

  String rule(SlowLine.Hit hit, Page page) {
    return picture.rules().stream()
        .filter(rule -> rule.code().equals(hit.rule()))
        .findFirst()
        .map(rule -> rule.name(page))
        .orElse(hit.rule());
  }

  @Nullable Reliability reliability(SlowLine line) {
    return picture.reliability().get(line.ownerId());
  }

  /** What stands in the way, in one line; empty when nothing was said. */
  String trouble(SlowLine line, Page page) {
    SlowLine.Trouble trouble = line.trouble();
    List<String> told = new ArrayList<>();
    if (trouble.blocker() != null) {
      told.add(choices.name(Choices.BLOCKER, trouble.blocker(), page));
    }
    if (trouble.difficulty() != null) {
      told.add(trouble.difficulty());
    }
    return String.join(": ", told);
  }
}
