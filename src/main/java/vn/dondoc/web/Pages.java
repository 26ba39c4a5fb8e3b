package vn.dondoc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;

/**
 * Các trang: puts a module's view into the frame.
 *
 * <p>A controller returns {@code pages.show("directive/list", "directive", Map.of("list", view))};
 * the template declares {@code @param vn.dondoc.web.Page page} and its own parameters.
 */
@Component
public final class Pages {
  /** Flash attribute with the words to show once after an act. */
  public static final String NOTICE = "notice";

  /** Flash attribute with the words of a refusal, where the next page has no place of its own. */
  public static final String REFUSED = "refused";

  private static final String MOVE_DAY = "day.move";

  /** Asking the token for the field's name would start a session for every visitor. */
  private static final String CSRF_FIELD = "_csrf";

  private static final String BADGES = Pages.class.getName() + ".badges";

  private final List<MenuItem> menu;
  private final List<MenuBadge> badges;
  private final ProvinceDay day;
  private final String province;
  private final boolean illustrative;

  Pages(
      List<MenuItem> menu,
      List<MenuBadge> badges,
      ProvinceDay day,
      @Value("${dondoc.province:}") String province,
      @Value("${dondoc.illustrative:false}") boolean illustrative) {
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
    this.badges = List.copyOf(badges);
    this.day = day;
    this.province = province;
    this.illustrative = illustrative;
  }

  /** A page of a section with its model. */
  public ModelAndView show(String template, String section, Map<String, ?> model) {
    ModelAndView view = new ModelAndView(template);
    view.addAllObjects(model);
    view.addObject("page", page(section));
    return view;
  }

  /**
   * The same with what is wrong with what was sent; where anything is, it says so by its status.
   */
  public ModelAndView show(
      String template, String section, Map<String, ?> model, Collection<?> problems) {
    ModelAndView view = show(template, section, model);
    if (!problems.isEmpty()) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return view;
  }

  /** The frame's knowledge for the running request. */
  public Page page(String section) {
    HttpServletRequest request = running();
    Texts texts = Texts.in(Languages.of(request));
    Actor viewer = Acting.current();
    List<MenuItem> visible =
        menu.stream().filter(m -> m.right() == null || viewer.may(m.right())).toList();
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    Page.Request about =
        new Page.Request(
            address(request),
            CSRF_FIELD,
            () -> csrf == null ? null : csrf.getToken(),
            flash == null ? null : (String) flash.get(NOTICE),
            flash == null ? null : (String) flash.get(REFUSED));
    return new Page(
        texts,
        new Formats(texts),
        viewer,
        visible,
        badges(request, visible, texts),
        section,
        about,
        province,
        day.today(),
        illustrative,
        illustrative && viewer.may(MOVE_DAY) && day.standsStill());
  }

  /** Only of sections in the viewer's menu, and once a request however often it is asked. */
  @SuppressWarnings("unchecked")
  private Map<String, Page.Badge> badges(
      HttpServletRequest request, List<MenuItem> visible, Texts texts) {
    Object known = request.getAttribute(BADGES);
    if (known != null) {
      return (Map<String, Page.Badge>) known;
    }
    Map<String, Page.Badge> counted = new HashMap<>();
    // Before anything is counted: a page that tells of a failure must not ask again.
    request.setAttribute(BADGES, counted);
    for (MenuBadge badge : badges) {
      if (visible.stream().anyMatch(item -> item.section().equals(badge.section()))) {
        int count = badge.count().getAsInt();
        if (count > 0) {
          counted.put(badge.section(), new Page.Badge(count, texts.get(badge.key(), count)));
        }
      }
    }
    return counted;
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean looks = request.getMethod().equals("GET") && query != null;
    return request.getRequestURI() + (looks ? "?" + query : "");
  }

  private static HttpServletRequest running() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }
}
