package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.web.Texts;

/** Các cấp quyết định that a paper names: of the year's plan, and of the medium-term plan. */
final class PaperAuthorities {
  private final Submission submission;
  private final MoveRules law;
  private final String province;
  private final Texts words;

  PaperAuthorities(Submission submission, MoveRules law, String province, Texts words) {
    this.submission = submission;
    this.law = law;
    this.province = province;
    this.words = words;
  }

  /**
   * Một cấp quyết định.
   *
   * @param pools what it decides of
   */
  record Asked(MoveRules.Authority ruled, List<String> pools) {}

  /** Who decides what: each authority with its pools, and what else its rule says. */
  List<Asked> asked() {
    Map<String, Asked> asked = new LinkedHashMap<>();
    submission.moves().stream()
        .map(move -> move.line().pool().id())
        .distinct()
        .forEach(pool -> law.annual(pool).ifPresent(one -> asked(asked, one)));
    submission
        .mediumTermPools()
        .forEach(pool -> law.mediumTerm(pool).ifPresent(one -> asked(asked, one)));
    return List.copyOf(asked.values());
  }

  private void asked(Map<String, Asked> asked, MoveRules.Authority one) {
    String key = one.mediumTerm() + one.code() + one.times().deadline() + one.clause();
    asked.computeIfAbsent(key, first -> new Asked(one, new ArrayList<>())).pools().add(one.pool());
  }

  /** Kính gửi. */
  String addressees() {
    String all =
        asked().stream()
            .map(one -> organ(one.ruled()))
            .distinct()
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? words.get("capital.paper.to.nobody") : all;
  }

  /** Its name, with the province where it is the province's own. */
  String organ(MoveRules.Authority one) {
    String level = words.get("capital.paper.own");
    return one.organ().endsWith(level) ? (one.organ() + " " + province).strip() : one.organ();
  }

  /** What is not sure of a basis is said once, below all of them. */
  String sure(String basis) {
    String sure = basis;
    for (String doubt : words.get("capital.paper.doubts").split("\\|")) {
      sure = sure.replace("; " + doubt, "").replace(" " + doubt, "");
    }
    return sure;
  }

  /** The projects whose medium-term plan an authority has to change. */
  String above(String authority) {
    return submission.moves().stream()
        .filter(Submission.Moved::raisesMediumTerm)
        .filter(move -> law.mediumTerm(move.line().pool().id())
            .filter(one -> one.code().equals(authority))
            .isPresent())
        .map(move -> move.line().project().name())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
