package vn.dondoc.place;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Days;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Texts;

/** Địa bàn: the map of a chosen day, a search, and the life of one unit. */
@Controller
class PlacesPage {
  private static final String SECTION = "place";
  private static final String RIGHT = "place.read";
  private static final int LONGEST_WORDS = 100;

  private final Places places;
  private final Pages pages;
  private final ProvinceDay day;

  PlacesPage(Places places, Pages pages, ProvinceDay day) {
    this.places = places;
    this.pages = pages;
    this.day = day;
  }

  @Bean
  static MenuItem placeMenu() {
    return new MenuItem(80, SECTION, "/dia-ban", "place.menu", RIGHT);
  }

  @GetMapping("/dia-ban")
  ModelAndView map(
      @RequestParam(name = "ngay", defaultValue = "") String ngay,
      @RequestParam(name = "tim", defaultValue = "") String tim,
      @RequestParam(name = "moi-luc", defaultValue = "false") boolean anyTime) {
    requireRight();
    Asked asked = asked(ngay);
    String words = tim.strip().substring(0, Math.min(tim.strip().length(), LONGEST_WORDS));
    List<Match> matches =
        words.isEmpty()
            ? List.of()
            : anyTime ? places.search(words) : places.search(words, asked.day());
    PlaceMap map = places.on(asked.day());
    return pages.show(
        "place/map",
        SECTION,
        Map.of("view", MapView.of(map, words, anyTime, matches), "wrongDay", asked.wrong()));
  }

  @GetMapping("/dia-ban/{id}")
  ModelAndView unit(
      @PathVariable String id, @RequestParam(name = "ngay", defaultValue = "") String ngay) {
    requireRight();
    Asked asked = asked(ngay);
    List<Place> versions =
        id.matches("\\d{1,9}") ? places.versions(Integer.parseInt(id)) : List.of();
    if (versions.isEmpty()) {
      throw Refusal.of(PlaceRefusal.NO_SUCH_UNIT, id, id);
    }
    return pages.show("place/unit", SECTION, Map.of("view", view(versions, asked.day())));
  }

  private UnitView view(List<Place> versions, LocalDate asked) {
    int id = versions.getFirst().id();
    Place shown =
        versions.stream()
            .filter(v -> !asked.isBefore(v.from()))
            .reduce((earlier, later) -> later)
            .orElseGet(versions::getFirst);
    boolean stands =
        !asked.isBefore(shown.from()) && (shown.until() == null || asked.isBefore(shown.until()));
    LocalDate on = stands ? asked : shown.from();
    Integer parent = shown.parentId();
    List<Descent> lineage = places.lineage(id);
    Set<Integer> others = new LinkedHashSet<>();
    lineage.forEach(d -> others.add(d.from() == id ? d.to() : d.from()));
    Map<Integer, String> titles =
        others.stream().collect(Collectors.toMap(other -> other, this::lastTitle));
    return new UnitView(
        shown,
        asked,
        stands,
        parent == null ? null : places.find(parent, on).orElse(null),
        versions,
        lineage.stream().filter(d -> d.to() == id).toList(),
        lineage.stream().filter(d -> d.from() == id).toList(),
        titles,
        places.attributes(id, on),
        places.children(id, on));
  }

  private String lastTitle(int id) {
    return places.versions(id).getLast().title();
  }

  private record Asked(LocalDate day, String wrong) {}

  /** The day asked for; the province's day when nothing or no day was written. */
  private Asked asked(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new Asked(day.today(), "");
    }
    return Days.read(text)
        .map(read -> new Asked(read, ""))
        .orElseGet(() -> {
          String wrong = texts().tell(Days.problem("ngay", "place.day", text));
          return new Asked(day.today(), wrong);
        });
  }

  private Texts texts() {
    return pages.page(SECTION).texts();
  }

  private static void requireRight() {
    if (!Acting.current().may(RIGHT)) {
      throw new AccessDeniedException(RIGHT);
    }
  }
}
