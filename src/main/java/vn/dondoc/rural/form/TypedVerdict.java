package vn.dondoc.rural.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Rule;

/** Kết luận về số vừa gõ, which is not recorded yet. */
final class TypedVerdict {
  private TypedVerdict() {}

  /** Message key of the verdict. */
  static String of(Rule rule, Indicator indicator, EntryForm.Typed typed) {
    if (typed.nothing()) {
      return "rural.verdict.met";
    }
    Map<String, BigDecimal> figures = new HashMap<>();
    for (Part part : indicator.parts()) {
      try {
        BigDecimal figure = TypedFigure.read(typed.figures().get(part.code()), part).figure();
        if (figure != null) {
          figures.put(part.code(), figure);
        }
      } catch (Refusal unreadable) {
        // Told beside its field; the verdict lacks the figure.
        figures.remove(part.code());
      }
    }
    return "rural.verdict." + rule.judge(figures).name().toLowerCase(Locale.ROOT);
  }
}
