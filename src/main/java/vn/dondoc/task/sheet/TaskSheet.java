package vn.dondoc.task.sheet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.task.Due;
import vn.dondoc.task.TaskLine;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/** Bảng nhiệm vụ: the list as an Excel sheet that comes back with the same columns. */
public final class TaskSheet {
  static final String CODE = "code";
  static final String VERSION = "version";
  static final String ACTION = "action";
  static final String LEAD = "lead";
  static final String COORDINATE = "coordinate";
  static final String DUE_KIND = "due_kind";
  static final String DUE_ON = "due_on";
  static final String EVERY = "every";
  static final String DUE_DAY = "due_day";

  /** Hạn hiện tại: looked at only, and compared when the sheet comes back. */
  static final String DUE_NOW = "due_now";

  static final String CONSEQUENCE = "consequence";

  private TaskSheet() {}

  /**
   * What stands above the list.
   *
   * @param filter what it was narrowed to, in words
   */
  public static SheetHead head(Page page, String filter) {
    String day = page.formats().date(page.day());
    return new SheetHead(
        page.t("task.sheet"),
        page.t("task.title"),
        page.t("web.period", filter),
        page.t("web.source", page.t("task.source")),
        page.t("web.as_of", day));
  }

  /** Every column, those that are only looked at as well. */
  public static List<SheetColumn<TaskLine>> columns(Page page) {
    return List.of(
        new SheetColumn<>(CODE, page.t("task.column.code"), line -> line.task().code()),
        new SheetColumn<>(VERSION, page.t("task.column.version"), line -> line.task().version()),
        new SheetColumn<>("paragraph", page.t("task.column.paragraph"), TaskLine::paragraph),
        new SheetColumn<>(
            ACTION, page.t("task.column.action"), line -> line.task().content().wording().action()),
        new SheetColumn<>(
            LEAD, page.t("task.column.lead"), line -> String.join("; ", line.leads())),
        new SheetColumn<>(
            COORDINATE,
            page.t("task.column.coordinate"),
            line -> String.join("; ", line.coordinators())),
        new SheetColumn<>(
            DUE_KIND, page.t("task.column.due_kind"), line -> page.t(key(due(line).kind()))),
        new SheetColumn<>(DUE_ON, page.t("task.column.due_on"), line -> due(line).lastDay()),
        new SheetColumn<>(EVERY, page.t("task.column.every"), line -> every(page, due(line))),
        new SheetColumn<>(DUE_DAY, page.t("task.column.due_day"), line -> due(line).day()),
        new SheetColumn<>(DUE_NOW, page.t("task.column.due_now"), TaskLine::current),
        new SheetColumn<>("due", page.t("task.column.due"), line -> line.due().whole()),
        new SheetColumn<>(
            CONSEQUENCE,
            page.t("task.column.consequence"),
            line -> line.task().content().wording().consequence()),
        new SheetColumn<>(
            "quote", page.t("task.column.quote"), line -> line.task().content().wording().quote()));
  }

  private static Due due(TaskLine line) {
    return line.task().content().due();
  }

  private static @Nullable String every(Page page, Due due) {
    return due.every() == null ? null : page.t("task.every." + due.every());
  }

  static String key(Due.Kind kind) {
    return "task.due." + kind.name().toLowerCase(Locale.ROOT);
  }

  static List<SheetColumn<Object>> wanted(Texts texts) {
    return List.of(
            CODE,
            VERSION,
            ACTION,
            LEAD,
            COORDINATE,
            DUE_KIND,
            DUE_ON,
            EVERY,
            DUE_DAY,
            DUE_NOW,
            CONSEQUENCE)
        .stream()
        .map(key -> new SheetColumn<Object>(key, texts.get("task.column." + key), row -> null))
        .toList();
  }
}
