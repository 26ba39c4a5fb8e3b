package vn.dondoc.capital.reallocation.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.reallocation.ScenarioRules;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.capital.review.SlowRule;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Move;
import vn.dondoc.planning.reallocation.PhaseResult;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.WhyNot;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Lời của phương án: every reason as a sentence with its numbers. */
public final class MoveWords {
  private static final int MOST_PLACES = 4;
  private static final long LEAST_BILLIONS = 1_000_000_000;
  private static final long MILLION = 1_000_000;
  private static final long ROUND = 100_000_000;
  private static final double ALMOST = 0.01;

  private final Texts texts;
  private final Formats formats;
  private final Map<String, String> rules;

  /** In a language, with the rules that make a line slow. */
  public MoveWords(Texts texts, List<SlowRule> rules) {
    this.texts = texts;
    this.formats = new Formats(texts);
    this.rules =
        rules.stream()
            .collect(
                Collectors.toMap(
                    SlowRule::code,
                    rule -> texts.language() == Language.EN ? rule.nameEn() : rule.nameVi()));
  }

  /** Why this line gives, or takes: its own figures, of the day they are of. */
  public String why(Solved.Row row) {
    List<String> said = row.gives() ? gives(row) : takes(row);
    if (row.move().forced() > 0) {
      said.add(texts.get("capital.move.forced", missing(row.move().forced())));
    }
    return String.join(" ", said);
  }

  private List<String> gives(Solved.Row row) {
    List<String> said = new ArrayList<>();
    String day = formats.date(row.view().day());
    said.add(
        row.move().lapsingVnd() == 0
            ? texts.get("capital.move.gives.nothing", day)
            : texts.get(
                "capital.move.gives",
                missing(row.line().forecast().f50Vnd()),
                missing(row.move().lapsingVnd()),
                day));
    unpaid(row, said);
    row.hits().stream().limit(2).map(this::slow).forEach(said::add);
    return said;
  }

  private List<String> takes(Solved.Row row) {
    List<String> said = new ArrayList<>();
    said.add(
        texts.get(
            row.move().usableVnd() == 0 ? "capital.move.takes.nothing" : "capital.move.takes",
            missing(row.move().usableVnd()),
            formats.percent(row.rate()),
            formats.date(row.view().day()),
            row.view().sure()));
    unpaid(row, said);
    if (row.move().unusedVnd() > 0) {
      said.add(texts.get("capital.move.unused", missing(row.move().unusedVnd())));
    }
    return said;
  }

  private void unpaid(Solved.Row row, List<String> said) {
    if (row.line().acceptedUnpaidVnd() > 0) {
      said.add(texts.get("capital.move.unpaid", missing(row.line().acceptedUnpaidVnd())));
    }
  }

  /** What kept it from being more. */
  public String tightest(Solved.Row row) {
    return texts.get("capital.move.tightest", limit(row.move().tightest()));
  }

  private String slow(SlowLine.Hit hit) {
    return rules.getOrDefault(hit.rule(), hit.rule()) + ": " + hit.words(texts) + ".";
  }

  public List<String> documents(Move move) {
    return move.documents().stream().sorted().map(one -> texts.get(EngineWords.key(one))).toList();
  }

  public String limit(Limit limit) {
    return texts.get(EngineWords.key(limit));
  }

  /** Why a line gives nothing. */
  public String cut(WhyNot why) {
    return side(why.cut(), why.cutByVnd());
  }

  /** Why a line takes nothing. */
  public String raise(WhyNot why) {
    return side(why.raise(), why.raiseByVnd());
  }

  private String side(Limit limit, long byVnd) {
    return byVnd == 0 ? limit(limit) : texts.get("capital.move.by", limit(limit), missing(byVnd));
  }

  /** What each đồng more of a limit would bring. */
  public String gain(BigDecimal gain) {
    return texts.get("capital.marginal.gain", formats.decimal(gain, 2));
  }

  /** What a phase reached. */
  public String phase(PhaseResult result) {
    return phase(result.phase(), result.value());
  }

  /** The value of a phase in its unit. */
  public String phase(vn.dondoc.planning.reallocation.Phase phase, long value) {
    return switch (phase) {
      case SHORTFALL, DISTURBANCE, DUE_CUTS -> money(value);
      case MOVES, DECISIONS -> formats.count(value);
      case PRIORITY ->
          texts.get("capital.phase.points", formats.decimal(BigDecimal.valueOf(value, 9), 1));
      case OWNER_LOSS -> formats.percent(BigDecimal.valueOf(value, 6));
    };
  }

  public String phaseName(vn.dondoc.planning.reallocation.Phase phase) {
    return texts.get(EngineWords.key(phase));
  }

  /** What a pin says, about what. */
  public String pin(ScenarioRules.Held pin, String subject) {
    String amount =
        pin.isMoney()
            ? exactly(pin.amount())
            : pin.kind() == Pin.Kind.LARGEST_CUT_SHARE
                ? formats.percent(BigDecimal.valueOf(pin.amount(), 6))
                : "";
    return texts.get(
        "capital.move.pinned", texts.get(EngineWords.key(pin.kind()), amount), subject);
  }

  /**
   * A rate of a plan that may fall short: with so many decimals that it cannot be taken for the
   * target, nor what it was for what it becomes.
   */
  public String rate(BigDecimal ratio, Solved solved) {
    int places =
        Math.max(apart(solved.after(), solved.target()), apart(solved.before(), solved.after()));
    return texts.get("web.percent", shown(ratio, places));
  }

  /** The same of what was put forward. */
  public String rate(BigDecimal ratio, BigDecimal after, BigDecimal target) {
    return texts.get("web.percent", shown(ratio, apart(after, target)));
  }

  /** Decimals two rates need to be told apart. */
  private int apart(BigDecimal one, BigDecimal other) {
    int places = 1;
    while (places < MOST_PLACES
        && one.compareTo(other) != 0
        && shown(one, places).equals(shown(other, places))) {
      places++;
    }
    return places;
  }

  private String shown(BigDecimal ratio, int places) {
    return formats.decimal(ratio.movePointRight(2), places);
  }

  /** Số tiền: tỷ đồng, and whole triệu đồng where that would show next to nothing. */
  public String missing(long dong) {
    if (dong >= LEAST_BILLIONS) {
      return money(dong);
    }
    return dong > 0 && dong < MILLION
        ? texts.get("capital.move.below_million")
        : formats.count(Math.round((double) dong / MILLION)) + " " + texts.get("capital.millions");
  }

  /** What a person typed: not rounded. */
  private String exactly(long dong) {
    return dong >= LEAST_BILLIONS && dong % ROUND == 0
        ? money(dong)
        : Millions.shown(dong, formats) + " " + texts.get("capital.millions");
  }

  /** A probability: never told as sure. */
  public String chance(double probability) {
    if (probability < ALMOST) {
      return texts.get("capital.forecast.below_one");
    }
    return probability > 1 - ALMOST
        ? texts.get("capital.forecast.above_ninety_nine")
        : texts.get("capital.forecast.chance", formats.count(Math.round(probability * 100)));
  }

  public String money(long dong) {
    return formats.billions(BigDecimal.valueOf(dong));
  }
}
