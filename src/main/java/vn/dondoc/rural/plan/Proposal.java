package vn.dondoc.rural.plan;

import java.time.LocalDate;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Threshold;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.standard.SpokenRule;
import vn.dondoc.rural.standard.Verdict;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Texts;

/**
 * Việc đề xuất: what a line asks to be done, told from where the indicator stands, until the body
 * that owes it writes its own words.
 *
 * @param line dòng kế hoạch
 * @param yardstick what it is measured by
 * @param year năm kế hoạch
 */
record Proposal(PlanLine line, Yardstick yardstick, int year) {
  /** In words, beginning as a sentence does. */
  String words(LocalDate day, Texts texts) {
    Indicator indicator = yardstick.indicators().get(line.indicatorId());
    if (indicator == null) {
      return "";
    }
    Threshold rule = yardstick.rule(indicator, line.unit().group(), year).orElse(null);
    String level = new SpokenRule(indicator, texts).of(rule);
    PlanLine.Found found = line.found();
    if (line.kind() == PlanLine.Kind.KEEP) {
      return kept(indicator, level, day, texts);
    }
    if (found.returned()) {
      return texts.get("rural.plan.proposal.returned", said(), level);
    }
    if (found.waitingSince() != null) {
      String since = new Formats(texts).date(found.waitingSince());
      return texts.get("rural.plan.proposal.waiting", said(), since, level);
    }
    if (rule == null) {
      return texts.get("rural.plan.proposal.open");
    }
    if (!found.reported() || found.figures().isEmpty()) {
      return texts.get("rural.plan.proposal.unreported", level);
    }
    boolean met = rule.rule().judge(Figures.byName(found.figures(), indicator)) == Verdict.MET;
    if (met) {
      return texts.get("rural.plan.proposal.found_unmet", level);
    }
    return yesNo(indicator)
        ? texts.get("rural.plan.proposal.unmet")
        : texts.get("rural.plan.proposal.raise", figures(indicator, texts), level);
  }

  private String kept(Indicator indicator, String level, LocalDate day, Texts texts) {
    LocalDate ends = line.found().expiresOn();
    if (ends != null) {
      String key = ends.isBefore(day) ? "expired" : "expires";
      return texts.get("rural.plan.proposal." + key, new Formats(texts).date(ends), level);
    }
    return yesNo(indicator) || line.found().figures().isEmpty()
        ? texts.get("rural.plan.proposal.keep")
        : texts.get("rural.plan.proposal.keep_level", level, figures(indicator, texts));
  }

  private String figures(Indicator indicator, Texts texts) {
    return Figures.shown(line.found().figures(), indicator, texts);
  }

  private String said() {
    String said = line.found().said();
    return said == null ? "–" : said;
  }

  private static boolean yesNo(Indicator indicator) {
    return indicator.parts().stream().allMatch(part -> part.type() == ValueType.YES_NO);
  }
}
