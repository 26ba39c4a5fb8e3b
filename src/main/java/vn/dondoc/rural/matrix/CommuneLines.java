package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.form.EntryWords;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.SpokenRule;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Lời của trang một xã.
 *
 * @param view what is shown
 * @param page the frame
 */
record CommuneLines(CommuneView view, Page page) {
  String name(Criterion criterion) {
    return criterion.name().in(page.texts().language() == Language.EN);
  }

  String name(Criterion.Indicator indicator) {
    return indicator.name().in(page.texts().language() == Language.EN);
  }

  /** The figures the commune reported, each with its unit; "–" for none. */
  String value(Criterion.Indicator indicator) {
    IndicatorLine line = view.line(indicator);
    if (line == null || line.claim() == null) {
      return "–";
    }
    return line.claim().nothing()
        ? page.t("rural.commune.nothing")
        : figures(indicator, line.claim().figures(), page);
  }

  static String figures(
      Criterion.Indicator indicator, List<@Nullable BigDecimal> figures, Page page) {
    String written = Figures.shown(figures, indicator, page);
    return written.isEmpty() ? "–" : written;
  }

  String rule(Criterion.Indicator indicator) {
    String group = view.at().unitGroup();
    return new SpokenRule(indicator, page)
        .of(view.yardstick().rule(indicator, group, view.at().day().getYear()).orElse(null));
  }

  /** How far it has come, or who is waited for. */
  String stage(Criterion.Indicator indicator) {
    IndicatorLine line = view.line(indicator);
    if (line == null) {
      return "";
    }
    if (line.returned() != null) {
      return page.t("rural.commune.returned", line.returned());
    }
    IndicatorLine.Wait wait = line.awaited();
    if (wait != null) {
      return page.t("rural.commune.waits", wait.whom(), page.formats().date(wait.since()));
    }
    if (line.reached() == Stage.NONE) {
      return Boolean.FALSE.equals(line.looked().appraised())
          ? page.t("rural.commune.appraised_unmet")
          : Boolean.FALSE.equals(line.looked().verified())
              ? page.t("rural.commune.verified_unmet")
              : claimed(line);
    }
    return line.reached() == Stage.CLAIMED
        ? claimed(line)
        : page.t("rural.commune." + line.reached().name().toLowerCase(Locale.ROOT));
  }

  /**
   * What was found and stands, beside the figure that waits or that it replaced; empty for none.
   */
  String stood(Criterion.Indicator indicator) {
    IndicatorLine line = view.line(indicator);
    IndicatorLine.Stood stood = line == null ? null : line.looked().stood();
    if (stood == null) {
      return "";
    }
    String figures =
        stood.nothing()
            ? page.t("rural.commune.nothing")
            : figures(indicator, stood.figures(), page);
    return page.t(
        stood.after() ? "rural.commune.found" : "rural.commune.stood",
        page.t("rural.step." + stood.kind()),
        figures,
        EntryWords.month(stood.period()),
        page.formats().date(stood.on()));
  }

  private String claimed(IndicatorLine line) {
    IndicatorLine.Claim claim = line.claim();
    return claim == null ? "" : page.t("rural.commune.claimed", page.formats().date(claim.on()));
  }

  String change() {
    return view.totals()
        .change(Matrix.Totals.ALL)
        .filter(by -> by.signum() != 0)
        .map(by ->
            page.t(
                by.signum() > 0 ? "rural.commune.more" : "rural.commune.fewer",
                page.formats().count(by.abs().intValue()),
                page.formats().date(view.totals().beforeOn())))
        .orElse("");
  }

  /** The matrix of the same day and stage. */
  String back() {
    return view.address(MatrixView.PATH);
  }

  /** Everything told of an indicator. */
  String history(Criterion.Indicator indicator) {
    return view.address(MatrixView.PATH + "/xa/" + view.commune().id() + "/" + indicator.number());
  }

  String period() {
    return page.t(
        "rural.matrix.month",
        view.at().day().getMonthValue(),
        Integer.toString(view.at().day().getYear()));
  }

  String source() {
    return page.t("rural.matrix.source." + view.at().required().name().toLowerCase(Locale.ROOT))
        + "; "
        + page.t(view.yardstick().legalAct());
  }
}
