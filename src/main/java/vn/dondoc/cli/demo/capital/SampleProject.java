package vn.dondoc.cli.demo.capital;

/**
 * Một dự án mẫu: which works, of whom, in which class and how far, drawn by its number.
 *
 * @param number số thứ tự, from 1
 * @param sector lĩnh vực
 * @param yearClass loại trong kế hoạch năm
 */
record SampleProject(int number, String sector, String yearClass) {
  static final int OWNERS = 46;
  static final int CONTRACTORS = 38;
  static final String NEW_START = "khoi-cong-moi";
  static final String PREPARATION = "chuan-bi";
  private static final int NOT_STARTED = 38;

  /** Drawn for a pool: a binding sector is kept. */
  static SampleProject of(int number, SamplePool pool) {
    String sector = pool.ring().sector();
    return new SampleProject(
        number, sector == null ? drawn(number, pool.code()) : sector, classOf(number, pool));
  }

  private static String drawn(int number, String pool) {
    String[] sectors =
        switch (pool) {
          case "NTM-2020", "GNBV-2020" ->
              new String[] {"giao-thong", "giao-duc", "van-hoa", "cap-nuoc", "thuy-loi", "y-te"};
          case "ODA-2020" -> new String[] {"cap-nuoc", "ha-tang-do-thi", "giao-thong", "y-te"};
          case "XSKT-2020" -> new String[] {"giao-duc", "y-te"};
          case "TPCP-2020" -> new String[] {"giao-thong", "thuy-loi", "y-te"};
          default ->
              new String[] {
                "giao-thong", "giao-duc", "y-te", "ha-tang-do-thi", "quan-ly-nha-nuoc", "thuy-loi"
              };
        };
    return sectors[Lot.of("sector", number, sectors.length)];
  }

  private static String classOf(int number, SamplePool pool) {
    if (pool.paidPermille() == 0) {
      return NEW_START;
    }
    int drawn = Lot.of("class", number, 100);
    if (drawn < 24) {
      return NEW_START;
    }
    if (drawn < 29) {
      return PREPARATION;
    }
    if (drawn < 38) {
      return "hoan-thanh";
    }
    return drawn < 55 ? "chuyen-tiep-hoan-thanh" : "chuyen-tiep";
  }

  /** Works have begun. */
  boolean started() {
    return switch (yearClass) {
      case PREPARATION -> false;
      case NEW_START -> Lot.of("started", number, 100) >= NOT_STARTED;
      default -> true;
    };
  }

  String stage() {
    return switch (yearClass) {
      case PREPARATION -> "chuan-bi";
      case "hoan-thanh" -> "ban-giao";
      case NEW_START -> started() ? "khoi-cong" : notStarted();
      default -> "thi-cong";
    };
  }

  private String notStarted() {
    return Lot.of("tender", number, 2) == 0 ? "lua-chon-nha-thau" : "da-quyet-dinh";
  }

  /** Which of the 46 owners; every one has a project. */
  int owner() {
    return number <= OWNERS ? number : 1 + Lot.of("owner", number, OWNERS);
  }

  String name() {
    String works =
        switch (sector) {
          case "giao-thong" -> "Đường giao thông";
          case "giao-duc" -> "Trường học";
          case "y-te" -> "Cơ sở y tế";
          case "van-hoa" -> "Nhà văn hóa";
          case "cap-nuoc" -> "Công trình cấp nước";
          case "thuy-loi" -> "Hồ chứa, kênh mương";
          case "quan-ly-nha-nuoc" -> "Trụ sở làm việc";
          default -> "Hạ tầng kỹ thuật";
        };
    return "%s mẫu số %03d".formatted(works, number);
  }
}
