package vn.dondoc.capital.reallocation.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cơ quan quyết định as its name tells it: which organ, at which level, of which place. A name that
 * only contains one, as Văn phòng UBND tỉnh, is another body.
 *
 * @param organ hđnd, ubnd, thủ tướng …; the whole name where it is none of them
 * @param level tỉnh, huyện, xã, or thành phố, which is either; empty where the name does not tell
 * @param place its own name; empty where the name tells only the level
 * @param within the province it names behind itself; empty where it names none
 */
public record Organ(String organ, String level, String place, String within) {
  private static final List<String> LOCAL = List.of("hdnd", "ubnd");
  private static final Map<String, String> CENTRAL =
      Map.of("thu tuong", "chinh phu", "chinh phu", "", "quoc hoi", "", "ubtvqh", "");
  private static final String PROVINCE = "tinh";
  private static final String DISTRICT = "huyen";
  private static final String CITY = "thanh pho";

  /** What a place of each level is called, the longer words first. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("cap tinh", PROVINCE),
          List.of(PROVINCE, PROVINCE),
          List.of("cap huyen", DISTRICT),
          List.of(DISTRICT, DISTRICT),
          List.of("quan", DISTRICT),
          List.of("thi xa", DISTRICT),
          List.of(CITY, CITY),
          List.of("tp", CITY),
          List.of("cap xa", "xa"),
          List.of("thi tran", "xa"),
          List.of("phuong", "xa"),
          List.of("dac khu", "xa"),
          List.of("xa", "xa"));

  /** Reads a name: what stands behind a comma says what else is to be done, or where it is. */
  public static Organ read(String name) {
    String[] parts = name.split(",");
    String head = folded(parts.length == 0 ? "" : parts[0]);
    for (Map.Entry<String, String> one : CENTRAL.entrySet()) {
      if (head.equals(one.getKey()) || head.equals((one.getKey() + " " + one.getValue()).strip())) {
        return new Organ(one.getKey(), "", "", "");
      }
    }
    for (String organ : LOCAL) {
      if (begins(head, organ)) {
        return local(organ, head.substring(organ.length()).strip(), parts);
      }
    }
    return new Organ(head, "", "", "");
  }

  private static Organ local(String organ, String rest, String[] parts) {
    for (List<String> level : LEVELS) {
      if (begins(rest, level.getFirst())) {
        String place = rest.substring(level.getFirst().length()).strip();
        String within = "";
        int province = (" " + place).indexOf(" tinh ");
        if (province >= 0 && !place.isEmpty()) {
          within = place.substring(province + PROVINCE.length()).strip();
          place = place.substring(0, province).strip();
        }
        for (int part = 1; part < parts.length; part++) {
          String behind = folded(parts[part]);
          within = begins(behind, PROVINCE) ? behind.substring(PROVINCE.length()).strip() : within;
        }
        return new Organ(organ, level.getLast(), place, within);
      }
    }
    return new Organ(organ, "", rest, "");
  }

  private static boolean begins(String words, String with) {
    return words.equals(with) || words.startsWith(with + " ");
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]+", " ")
        .strip()
        .replace("hoi dong nhan dan", "hdnd")
        .replace("uy ban nhan dan", "ubnd")
        .replace("uy ban thuong vu quoc hoi", "ubtvqh");
  }

  /**
   * Whether this organ, that a rule names, is the one that issued something in a province. The
   * province's own organs may leave its name away; one of a district or commune says which.
   *
   * @param province the province's name; one that begins with thành phố is a city under the centre;
   *     empty where it is not known
   */
  public boolean is(Organ issuer, String province) {
    if (!organ.equals(issuer.organ) || !place.isEmpty() && !place.equals(issuer.place)) {
      return false;
    }
    String folded = folded(province).replaceFirst("^tp ", CITY + " ");
    boolean city = begins(folded, CITY);
    String own = folded.replaceFirst("^(" + CITY + "|" + PROVINCE + ") ", "");
    boolean inside = issuer.within.isEmpty() || own.isEmpty() || issuer.within.equals(own);
    boolean itself = own.isEmpty() || issuer.place.equals(own);
    return switch (level) {
      case PROVINCE ->
          issuer.level.equals(PROVINCE)
              ? issuer.place.isEmpty() || itself
              : city && issuer.level.equals(CITY) && itself;
      case DISTRICT ->
          inside
              && !issuer.place.isEmpty()
              && (issuer.level.equals(DISTRICT)
                  || issuer.level.equals(CITY) && !(city && issuer.place.equals(own)));
      case "xa" -> inside && issuer.level.equals(level) && !issuer.place.isEmpty();
      default -> level.equals(issuer.level);
    };
  }

  /** Names one body: a level of many, as HĐND cấp huyện, does not. */
  public boolean isOne() {
    return !place.isEmpty() || !level.equals(DISTRICT) && !level.equals("xa");
  }
}
