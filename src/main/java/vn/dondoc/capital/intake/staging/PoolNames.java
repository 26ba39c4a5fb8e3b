package vn.dondoc.capital.intake.staging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.capital.intake.layout.Known;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Source;
import vn.dondoc.capital.source.Vintage;

/** Which pool of a budget year words mean: by its code, its name, or those of its source. */
final class PoolNames implements Known {
  private static final String CARRIED = "keo dai";
  private static final String ADVANCED = "ung truoc";
  private static final Pattern YEAR = Pattern.compile("nam (\\d{4})");
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?<![a-z])(keo dai|ung truoc|nguon|von|ke hoach|dau tu|cong|tu|nam|sang|den|thuc hien"
              + "|chuyen|cua|duoc|phep|thanh toan|giai ngan)(?![a-z])");

  private final List<Pool> pools;
  private final int year;
  private final Map<String, String> sources;
  private final Predicate<String> owners;
  private final Set<String> headings;
  private final Map<String, Boolean> asked = new HashMap<>();

  /**
   * @param owners tells whether words are the name of a body that may own projects
   * @param headings what a person said begins groups in files of the sender
   */
  PoolNames(
      List<Pool> pools,
      List<Source> sources,
      int year,
      Predicate<String> owners,
      Set<String> headings) {
    this.headings = Set.copyOf(headings);
    this.pools = List.copyOf(pools);
    this.year = year;
    this.owners = owners;
    this.sources =
        sources.stream()
            .collect(Collectors.toMap(Source::code, source -> Words.folded(source.name().vi())));
  }

  /**
   * Kết quả nhận tên nguồn.
   *
   * @param pool the pool; null when none is meant, or not surely one
   * @param why unknown, several or another_year; null when there is one
   */
  record Meant(@Nullable Pool pool, @Nullable String why) {}

  @Override
  public @Nullable String pool(String words) {
    Pool pool = meant(words).pool();
    return pool == null ? null : pool.code();
  }

  @Override
  public int year() {
    return year;
  }

  @Override
  public String under(String own, String above) {
    Pool pool = meant(own).pool();
    boolean told = pool != null && pool.vintage() != Vintage.THIS_YEAR || isOfAnother(own);
    boolean whole = told && !isOnlyOfAnother(own);
    if (whole || Words.folded(own).contains(Words.folded(above))) {
      return own;
    }
    if (isOnlyOfAnother(own)) {
      return isOnlyOfAnother(above) ? own : above + " – " + own;
    }
    return isOfAnother(above) ? own + " – " + above : own;
  }

  /** Words that tell of a vintage, or of another year than that of the file. */
  private boolean isOfAnother(String words) {
    String folded = Words.folded(words);
    return folded.contains(CARRIED)
        || folded.contains(ADVANCED)
        || YEAR.matcher(folded).results().anyMatch(y -> Integer.parseInt(y.group(1)) != year);
  }

  /** They name no source besides. */
  private boolean isOnlyOfAnother(String words) {
    return isOfAnother(words)
        && BESIDE.matcher(Words.folded(words)).replaceAll("").replaceAll("[^a-z]", "").isEmpty();
  }

  @Override
  public boolean isOwner(String words) {
    return asked.computeIfAbsent(words, owners::test);
  }

  @Override
  public boolean isHeading(String words) {
    return headings.contains(words);
  }

  /** The pool of a code; null when there is none of this year. */
  @Nullable Integer id(String code) {
    return pools.stream()
        .filter(pool -> pool.code().equals(code))
        .map(Pool::id)
        .findFirst()
        .orElse(null);
  }

  /** What words mean. */
  Meant meant(String words) {
    String folded = bare(Words.folded(words));
    if (folded.isEmpty()) {
      return new Meant(null, "unknown");
    }
    List<Predicate<Pool>> ways =
        List.of(
            pool -> pool.code().equalsIgnoreCase(words.strip()),
            pool -> bare(Words.folded(pool.name())).equals(folded),
            pool -> pool.ring().source().equalsIgnoreCase(words.strip()) && isVintage(pool, folded),
            pool -> ofYear(bare(Words.folded(pool.name()))).equals(ofYear(folded)),
            pool -> isNamed(pool, ofYear(folded)));
    for (Predicate<Pool> way : ways) {
      List<Pool> found =
          pools.stream().filter(pool -> pool.budgetYear() == year).filter(way).toList();
      if (found.size() == 1) {
        return new Meant(found.getFirst(), null);
      }
      if (found.size() > 1) {
        return new Meant(null, "several");
      }
    }
    Set<String> others = new HashSet<>();
    pools.stream()
        .filter(pool -> pool.budgetYear() != year)
        .forEach(pool -> {
          others.add(Words.folded(pool.code()));
          others.add(bare(Words.folded(pool.name())));
        });
    return new Meant(null, others.contains(folded) ? "another_year" : "unknown");
  }

  private boolean isNamed(Pool pool, String folded) {
    String name = bare(sources.getOrDefault(pool.ring().source(), ""));
    boolean carried = folded.contains(CARRIED);
    String bare = bare(folded.replaceAll("[(– -]*((von|ke hoach) )*" + CARRIED + ".*", "").strip());
    return !name.isEmpty() && name.equals(bare) && isVintage(pool, carried ? CARRIED : "");
  }

  private static boolean isVintage(Pool pool, String folded) {
    return (pool.vintage() == Vintage.CARRIED) == folded.contains(CARRIED)
        && pool.vintage() != Vintage.ADVANCED;
  }

  /** The file's own year behind a name tells nothing apart. */
  private String ofYear(String folded) {
    return folded.replaceFirst("[\\s(–-]+nam " + year + "\\)?$", "");
  }

  /** "Nguồn vốn ngân sách trung ương:" is "ngan sach trung uong". */
  private static String bare(String folded) {
    return folded.replaceFirst("^(nguon von |nguon |von )+", "").replaceFirst("[\\s:.;]+$", "");
  }
}
