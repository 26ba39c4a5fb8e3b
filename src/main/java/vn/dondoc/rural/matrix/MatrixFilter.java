package vn.dondoc.rural.matrix;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Asked;

/**
 * Lọc ma trận; what is empty leaves the matter open.
 *
 * @param day as at the end of this day
 * @param map the day whose map results are told on; null for that of the day
 * @param district huyện
 * @param group nhóm xã
 * @param band mã khoảng
 * @param owner cơ quan phụ trách chỉ tiêu: its criteria, and communes that lack one of its
 *     indicators
 * @param stage what an indicator must have reached to count
 * @param unmet số of a criterion communes do not meet
 * @param opened số of a criterion shown with its indicators
 * @param sort thứ tự within a district
 * @param everything every district is opened
 */
record MatrixFilter(
    LocalDate day,
    @Nullable LocalDate map,
    @Nullable Integer district,
    Group group,
    String band,
    String owner,
    Stage stage,
    String unmet,
    String opened,
    Sort sort,
    boolean everything) {
  static final String DAY = "ngay";
  static final String MAP = "ban-do";
  static final String DISTRICT = "huyen";
  static final String GROUP = "nhom";
  static final String BAND = "muc";
  static final String OWNER = "co-quan";
  static final String STAGE = "buoc";
  static final String UNMET = "chua-dat";
  static final String OPENED = "tieu-chi";
  static final String EVERYTHING = "xem";
  static final String YES = "tat-ca";

  /** The choices of an enum are words of the address. */
  interface Word {
    String word();

    String name();

    /** Message key of its words. */
    default String key(String of) {
      return "rural.matrix." + of + "." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nhóm xã. */
  enum Group implements Word {
    ALL("", commune -> true),
    DUE("phan-dau", Commune::due),
    BORDER("bien-gioi", Commune::border),
    DIFFICULT("dac-biet-kho-khan", Commune::difficult),
    PILOT("xa-diem", Commune::pilot);

    private final String word;
    private final Predicate<Commune> holds;

    Group(String word, Predicate<Commune> holds) {
      this.word = word;
      this.holds = holds;
    }

    @Override
    public String word() {
      return word;
    }

    boolean holds(Commune commune) {
      return holds.test(commune);
    }
  }

  /** Bước đã qua. */
  enum Required implements Word {
    CLAIMED("", Stage.CLAIMED),
    VERIFIED("tham-tra", Stage.VERIFIED),
    APPRAISED("tham-dinh", Stage.APPRAISED);

    private final String word;
    private final Stage stage;

    Required(String word, Stage stage) {
      this.word = word;
      this.stage = stage;
    }

    @Override
    public String word() {
      return word;
    }

    Stage stage() {
      return stage;
    }
  }

  /** Thứ tự. */
  enum Sort implements Word {
    MOST(""),
    LEAST("it-truoc"),
    NAME("ten");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /**
   * The day an address asks about, which decides what else can be asked.
   *
   * @throws Refusal when it is no day, or one to come
   */
  static LocalDate day(Asked asked, LocalDate today) {
    LocalDate day = Objects.requireNonNullElse(asked.day(DAY, "rural.matrix.day"), today);
    asked.refuse();
    if (day.isAfter(today)) {
      throw Refusal.of(MatrixRefusal.FUTURE, DAY, day, today);
    }
    return day;
  }

  /**
   * What an address asks for.
   *
   * @throws Refusal when it asks for what the matrix of the day does not have
   */
  static MatrixFilter of(Asked asked, LocalDate day, Yardstick yardstick, List<Band> bands) {
    LocalDate map = asked.day(MAP, "rural.matrix.map");
    String district = asked.words(DISTRICT);
    boolean number = district.matches("\\d{1,9}");
    asked.choice(DISTRICT, number ? List.of(district) : List.of());
    Group group = choice(asked, GROUP, Group.values());
    Required required = choice(asked, STAGE, Required.values());
    Sort sort = choice(asked, Asked.SORT, Sort.values());
    List<String> numbers = yardstick.criteria().stream().map(c -> c.number()).toList();
    String band = asked.choice(BAND, bands.stream().map(Band::code).toList());
    String owner = asked.choice(OWNER, owners(yardstick));
    String unmet = asked.choice(UNMET, numbers);
    String opened = asked.choice(OPENED, numbers);
    boolean everything = asked.choice(EVERYTHING, List.of(YES)).equals(YES);
    asked.refuse();
    return new MatrixFilter(
        day,
        map == null || map.equals(day) ? null : map,
        number ? Integer.valueOf(district) : null,
        group,
        band,
        owner,
        required.stage,
        unmet,
        opened,
        sort,
        everything);
  }

  /**
   * The stage an address asks for.
   *
   * @throws Refusal when there is no such stage
   */
  static Required required(Asked asked) {
    Required required = choice(asked, STAGE, Required.values());
    asked.refuse();
    return required;
  }

  /** Departments that own an indicator, in the order of the act. */
  static List<String> owners(Yardstick yardstick) {
    return yardstick.indicators().values().stream().map(i -> i.dataOwner()).distinct().toList();
  }

  /** Only some of a district's communes are asked for. */
  boolean narrows() {
    return group != Group.ALL || !band.isEmpty() || !owner.isEmpty() || !unmet.isEmpty();
  }

  /** Whether the communes of a district are shown one by one. */
  boolean opens(@Nullable Integer aboveId) {
    return everything || narrows() || district != null && district.equals(aboveId);
  }

  boolean holds(Commune commune) {
    return (district == null || district.equals(commune.aboveId())) && group.holds(commune);
  }

  private static <E extends Enum<E> & Word> E choice(Asked asked, String name, E[] known) {
    String word = asked.choice(name, Arrays.stream(known).map(Word::word).toList());
    return Arrays.stream(known).filter(k -> k.word().equals(word)).findFirst().orElse(known[0]);
  }
}
