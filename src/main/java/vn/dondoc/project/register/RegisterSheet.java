package vn.dondoc.project.register;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.project.Choices;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.web.Page;

/**
 * Bảng sổ dự án: the rows as an Excel sheet; the same columns come back.
 *
 * @param page the words of whoever asked
 * @param choices the lists codes are of
 * @param places names of the places
 */
record RegisterSheet(Page page, Choices choices, PlaceNames places) {
  SheetHead head() {
    return new SheetHead(
        page.t("project.sheet"),
        page.t("project.title"),
        page.t("web.period", Integer.toString(page.day().getYear())),
        page.t("web.source", page.t("project.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  List<SheetColumn<Register.Line>> columns() {
    return List.of(
        column("key", line -> Long.toString(line.project().id())),
        column("step", line -> line.project().step()),
        column("code", line -> line.project().facts().codes().national()),
        column("budget", line -> line.project().facts().codes().budget()),
        column("name", line -> line.project().facts().name()),
        column("owner", line -> line.about().owner()),
        column("level", line -> named(Choices.LEVEL, line.project().facts().classing().level())),
        column("nature", line -> named(Choices.NATURE, line.project().facts().classing().nature())),
        column("group", line -> named(Choices.GROUP, line.project().facts().classing().group())),
        column("sector", line -> named(Choices.SECTOR, line.project().facts().classing().sector())),
        column("from", line -> text(line.project().facts().time().fromYear())),
        column("until", line -> text(line.project().facts().time().untilYear())),
        column("capacity", line -> line.project().facts().capacity()),
        column("places", line -> places.written(line.project().facts().places())),
        column("stage", line -> named(Choices.STAGE, line.project().standing().stage())),
        column("class", line -> named(Choices.YEAR_CLASS, line.project().yearClass())),
        column("side", line -> named(Choices.SIDE, line.project().standing().sideState())),
        column("total", line -> line.project().money().totalVnd()),
        column("settlement", line -> line.project().money().settlementVnd()),
        column("late", line -> line.about().late()),
        column("blocked", line -> line.about().blocked()),
        column("found", line -> line.about().found()));
  }

  /** What has to be there when it comes back. */
  static List<SheetColumn<Register.Line>> edited(Page page) {
    return List.of(
            "key",
            "step",
            "code",
            "budget",
            "name",
            "owner",
            "level",
            "nature",
            "group",
            "sector",
            "from",
            "until",
            "capacity",
            "places",
            "stage",
            "class")
        .stream()
        .map(key -> new SheetColumn<Register.Line>(key, page.t("project." + key), line -> null))
        .toList();
  }

  private SheetColumn<Register.Line> column(
      String key, Function<Register.Line, ? extends @Nullable Object> value) {
    return new SheetColumn<>(key, page.t("project." + key), value);
  }

  private @Nullable String named(String list, @Nullable String code) {
    return code == null ? null : choices.name(list, code, page);
  }

  private static @Nullable String text(@Nullable Integer year) {
    return year == null ? null : year.toString();
  }
}
