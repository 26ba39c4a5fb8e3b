package vn.dondoc.rural.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;

/**
 * Bàn thử quy tắc: a rule typed by hand, the figures it asks for, and what it says of them.
 *
 * @param text the rule as typed
 * @param rule the rule read; null while there is none
 * @param figures what was typed for each figure
 * @param verdict what the rule says
 * @param problems what cannot be read
 */
record BenchView(
    String text,
    @Nullable Rule rule,
    Map<String, String> figures,
    @Nullable Verdict verdict,
    List<String> problems) {
  private static final int LONGEST = 2_000;

  static BenchView of(Map<String, String> asked, Page page) {
    String text = asked.getOrDefault("quy-tac", "").strip();
    List<String> problems = new ArrayList<>();
    if (text.isEmpty()) {
      return new BenchView("", null, Map.of(), null, problems);
    }
    Rule rule;
    try {
      rule = RuleGrammar.parse(text);
    } catch (Refusal refusal) {
      problems.add(page.texts().tell(refusal));
      String kept = text.substring(0, Math.min(text.length(), LONGEST));
      return new BenchView(kept, null, Map.of(), null, problems);
    }
    Rule never = new RuleSense(Map.of()).never(rule);
    if (never != null) {
      problems.add(page.t("rural.bench.never", never));
    }
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, BigDecimal> values = new HashMap<>();
    for (String part : rule.parts()) {
      String written = asked.getOrDefault("so-" + part, "").strip();
      typed.put(part, written);
      if (RuleGrammar.isUnclear(written)) {
        String plain = written.replaceAll("[.,]", "");
        problems.add(page.t(StandardRefusal.RULE_THOUSANDS.key(), written, plain));
      } else if (written.matches("-?\\d{1,15}([.,]\\d{1,6})?")) {
        values.put(part, new BigDecimal(written.replace(',', '.')));
      } else if (!written.isEmpty()) {
        problems.add(page.t("rural.bench.number", part, written));
      }
    }
    return new BenchView(text, rule, typed, rule.judge(values), problems);
  }

  /** Class of the tag of the verdict. */
  String style() {
    return verdict == Verdict.MET ? "tag-ok" : verdict == Verdict.UNMET ? "tag-no" : "tag-nil";
  }
}
