package vn.dondoc.web;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Bilingual;

/**
 * Trang: what every template knows: words, formats, who looks, where in the bar.
 *
 * @param texts the words of the viewer's language
 * @param formats numbers and dates of that language
 * @param viewer who looks at the page
 * @param menu the sections this viewer may open, left to right
 * @param badges figures beside sections of the menu
 * @param section the section the page belongs to
 * @param request what of the request the frame needs
 * @param province whose installation this is
 * @param day the province's day
 * @param illustrative the installation carries demonstration data and must say so
 * @param movesDay this viewer may move the day of this demonstration
 */
public record Page(
    Texts texts,
    Formats formats,
    Actor viewer,
    List<MenuItem> menu,
    Map<String, Badge> badges,
    String section,
    Request request,
    String province,
    LocalDate day,
    boolean illustrative,
    boolean movesDay) {

  /**
   * @param path the page's own address with what was asked of it, for the language switch
   * @param csrfParameter name of the hidden field of every form
   * @param csrf tells the hidden field's value; asking starts a session, so only a form asks
   * @param notice one message after an act, shown once
   * @param refused why an act was not done, shown once
   */
  public record Request(
      String path,
      String csrfParameter,
      Supplier<@Nullable String> csrf,
      @Nullable String notice,
      @Nullable String refused) {

    /** The page's address as a value within another address. */
    public String pathAsValue() {
      return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
  }

  /**
   * Con số cạnh một mục.
   *
   * @param count the figure, above zero
   * @param words the same in words
   */
  public record Badge(int count, String words) {}

  /** The figure beside a section; null where there is none to show. */
  public @Nullable Badge badge(MenuItem item) {
    return badges.get(item.section());
  }

  /** Short for {@code texts().get}. */
  public String t(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  /** Words of the data in the viewer's language; Vietnamese ones where there are no others. */
  public String t(Bilingual words) {
    return texts.of(words);
  }

  /** What an element says of its language when such words are not in the page's; else nothing. */
  public @Nullable String lang(Bilingual words) {
    return texts.language() == Language.EN && words.en() == null ? Language.VI.code() : null;
  }

  /** When an act was done, by the clock: a demonstration's own day is another, and it says so. */
  public String moment(Instant instant) {
    String clock = formats.moment(instant);
    return illustrative ? t("web.moment_by_clock", clock) : clock;
  }

  public boolean may(String right) {
    return viewer.may(right);
  }

  /** An icon of the Bootstrap set by its name; words beside it say what it means. */
  public Content icon(String name) {
    return Icons.named(name);
  }
}
