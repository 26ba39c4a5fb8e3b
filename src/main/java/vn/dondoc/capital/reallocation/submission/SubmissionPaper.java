package vn.dondoc.capital.reallocation.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.reallocation.Scenarios;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.exchange.OfficialPaper;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Tờ trình điều chỉnh kế hoạch vốn: the submission, its explanation pool by pool, and the detailed
 * annex, with number, day and signature left to people.
 */
@Component
class SubmissionPaper {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final List<Integer> ANNEX = List.of(6, 22, 13, 9, 9, 9, 9, 8, 8, 9, 26);

  private final Scenarios scenarios;
  private final String province;

  SubmissionPaper(Scenarios scenarios, @Value("${dondoc.province:}") String province) {
    this.scenarios = scenarios;
    this.province = province;
  }

  OfficialPaper paper(Submission submission) {
    return new Writing(submission, scenarios.law(submission.year())).paper();
  }

  private final class Writing {
    private final Texts words = Texts.in(Language.VI);
    private final Formats formats = new Formats(words);
    private final Submission submission;
    private final PaperAuthorities authorities;
    private final Map<Integer, List<Submission.Moved>> pools = new LinkedHashMap<>();

    Writing(Submission submission, MoveRules law) {
      this.submission = submission;
      this.authorities = new PaperAuthorities(submission, law, province, words);
      submission
          .moves()
          .forEach(move ->
              pools.computeIfAbsent(move.line().pool().id(), pool -> new ArrayList<>()).add(move));
    }

    OfficialPaper paper() {
      String year = Integer.toString(submission.year());
      OfficialPaper paper =
          OfficialPaper.with(
              new OfficialPaper.Head(
                  t("capital.paper.superior", province.toUpperCase(VIETNAMESE)),
                  t("capital.paper.issuer"),
                  t("capital.paper.number"),
                  t("capital.paper.dated", province, Integer.toString(submission.on().getYear())),
                  t("capital.paper.kind"),
                  t("capital.paper.subject", year)));
      paper.paragraph(t("capital.paper.to", authorities.addressees()));
      basis(paper);
      result(paper);
      paper.heading(t("capital.paper.three"));
      pools.values().forEach(moves -> pool(paper, moves));
      slowness(paper);
      paper.heading(t("capital.paper.five"));
      ask(paper, year);
      paper.closing(
          t("capital.paper.recipients"),
          List.of(t("capital.paper.recipients.list").split("\\|")),
          t("capital.paper.signer"));
      annex(paper.landscape(), year);
      return paper;
    }

    private void basis(OfficialPaper paper) {
      paper.heading(t("capital.paper.one"));
      boolean doubted = false;
      for (PaperAuthorities.Asked one : authorities.asked()) {
        MoveRules.Authority ruled = one.ruled();
        String basis = authorities.sure(ruled.basis());
        doubted |= !basis.equals(ruled.basis());
        paper.paragraph(
            t(
                ruled.mediumTerm() ? "capital.paper.authority.medium" : "capital.paper.authority",
                String.join("; ", one.pools()),
                ruled.name().vi(),
                ruled.times().deadline() == null ? "–" : formats.date(ruled.times().deadline()),
                ruled.clause(),
                basis));
      }
      if (authorities.asked().isEmpty()) {
        paper.paragraph(t("capital.paper.no_authority"));
      }
      if (doubted) {
        paper.paragraph(t("capital.paper.doubt"));
      }
      scenarios.conditions(submission.id(), submission.year()).forEach(paper::paragraph);
      if (submission.words() != null) {
        paper.paragraph(submission.words());
      }
    }

    private void ask(OfficialPaper paper, String year) {
      for (PaperAuthorities.Asked one : authorities.asked()) {
        String organ = authorities.organ(one.ruled());
        paper.paragraph(
            one.ruled().mediumTerm()
                ? t("capital.paper.ask.medium", organ, authorities.above(one.ruled().code()))
                : t("capital.paper.ask.of", year, organ, String.join("; ", one.pools())));
      }
      if (authorities.asked().isEmpty()) {
        paper.paragraph(t("capital.paper.ask", year));
      }
    }

    private void result(OfficialPaper paper) {
      Submission.Told told = submission.told();
      paper.heading(t("capital.paper.two"));
      paper.paragraph(
          t(
              submission.takenVnd() > 0 ? "capital.paper.result.taken" : "capital.paper.result",
              money(submission.movedVnd()),
              formats.count(submission.moves().stream().filter(Submission.Moved::gives).count()),
              formats.count(submission.moves().stream().filter(move -> !move.gives()).count()),
              rate(told.before(), told),
              rate(told.after(), told),
              rate(told.target(), told),
              told.definition(),
              money(submission.takenVnd())));
      if (told.shortVnd() != null && told.shortVnd() > 0) {
        paper.paragraph(
            t(
                "capital.scenario.says.missing",
                new MoveWords(words, List.of()).missing(told.shortVnd())));
      }
      if (told.ceilings() != null) {
        ceilings(paper, told, told.ceilings());
      }
      if (told.chanceBefore() != null && told.chanceAfter() != null) {
        paper.paragraph(
            t("capital.paper.chance", chance(told.chanceBefore()), chance(told.chanceAfter())));
      }
      paper.paragraph(t(proof(told)));
    }

    private void ceilings(OfficialPaper paper, Submission.Told told, Submission.Ceilings ceilings) {
      MoveWords limits = new MoveWords(words, List.of());
      paper.paragraph(
          t("capital.paper.ceiling", rate(told.target(), told), rate(ceilings.most(), told)));
      paper.table(
          List.of(36, 14, 14, 36),
          heads("pool", "rate", "ceiling", "held"),
          ceilings.pools().stream()
              .map(one ->
                  List.of(
                      one.pool(),
                      percent(one.before()),
                      percent(one.most()),
                      limits.limit(one.held())))
              .toList());
    }

    private static String proof(Submission.Told told) {
      if (!told.proved()) {
        return "capital.paper.unproved";
      }
      return told.reaches() ? "capital.paper.proved.reached" : "capital.paper.proved";
    }

    private void pool(OfficialPaper paper, List<Submission.Moved> moves) {
      paper.paragraph(
          t(
              "capital.paper.pool",
              moves.getFirst().line().pool().name(),
              money(sum(moves, true)),
              money(sum(moves, false)),
              moves.stream().filter(Submission.Moved::gives).count(),
              moves.stream().filter(move -> !move.gives()).count()));
      long taken = taken(moves);
      if (taken > 0) {
        paper.paragraph(t("capital.paper.taken", money(taken)));
      }
    }

    private void slowness(OfficialPaper paper) {
      paper.heading(t("capital.paper.four"));
      int slow = 0;
      for (Submission.Moved move : submission.moves()) {
        Cut cut = move.cut();
        if (cut == null) {
          continue;
        }
        if (cut.content().reason() == CutReason.SLOW) {
          slow++;
        } else {
          paper.paragraph(surplus(move.line(), cut));
        }
        if (cut.content().answerBy() != null || !cut.comments().isEmpty()) {
          paper.paragraph(heard(move.line(), cut));
        }
      }
      if (slow > 0) {
        paper.paragraph(t("capital.paper.consequence", formats.count(slow)));
      }
    }

    private String surplus(LineName line, Cut cut) {
      String reason = t(cut.content().reason().key()).toLowerCase(VIETNAMESE);
      String evidence = cut.content().evidence();
      return evidence == null
          ? t("capital.paper.surplus", line.project().name(), reason)
          : t("capital.paper.surplus.shown", line.project().name(), reason, evidence);
    }

    private String heard(LineName line, Cut cut) {
      return cut.comments().isEmpty()
          ? t(
              "capital.paper.silent",
              line.owner().name(),
              line.project().name(),
              formats.date(cut.content().answerBy()))
          : t(
              "capital.paper.said",
              line.owner().name(),
              line.project().name(),
              cut.comments().getLast().words());
    }

    private void annex(OfficialPaper paper, String year) {
      paper.heading(t("capital.paper.annex", year));
      paper.paragraph(t("capital.paper.unit"));
      List<List<String>> rows = new ArrayList<>();
      for (List<Submission.Moved> moves : pools.values()) {
        rows.add(total(moves.getFirst().line().pool().name(), moves));
        int number = 0;
        for (Submission.Moved move : moves) {
          rows.add(row(Integer.toString(++number), move));
        }
        if (taken(moves) > 0) {
          rows.add(fromUnallocated(taken(moves)));
        }
      }
      rows.add(total(t("capital.paper.total"), submission.moves()));
      paper.table(
          ANNEX,
          heads(
              "ordinal",
              "project",
              "decision",
              "total",
              "medium",
              "accumulated",
              "before",
              "less",
              "more",
              "after",
              "why"),
          rows);
    }

    private List<String> row(String number, Submission.Moved move) {
      Submission.Figures figures = move.figures();
      String decision = move.line().project().decision();
      return List.of(
          number,
          move.line().project().name() + " – " + move.line().owner().name(),
          decision == null ? "–" : decision,
          millions(figures.totalVnd()),
          millions(figures.mediumTermVnd()),
          millions(figures.accumulatedVnd()),
          millions(move.planVnd()),
          move.gives() ? millions(move.sizeVnd()) : "–",
          move.gives() ? "–" : millions(move.sizeVnd()),
          millions(move.afterVnd()),
          move.why().vi() + documents(move));
    }

    private String documents(Submission.Moved move) {
      return move.documents().isEmpty()
          ? ""
          : " "
              + t(
                  "capital.paper.documents",
                  move.documentKeys().stream()
                      .map(key -> t(key))
                      .collect(Collectors.joining("; ")));
    }

    private long taken(List<Submission.Moved> moves) {
      return submission.takenVnd(moves.getFirst().line().pool().id());
    }

    /** Its own line: increases of the pool are larger than decreases by this. */
    private List<String> fromUnallocated(long taken) {
      return List.of(
          "",
          t("capital.submission.unallocated"),
          "–",
          "–",
          "–",
          "–",
          "–",
          "–",
          "–",
          "–",
          t("capital.paper.taken.row", millions(taken)));
    }

    private List<String> total(String name, List<Submission.Moved> moves) {
      return List.of(
          "",
          name,
          "",
          "",
          "",
          "",
          millions(moves.stream().mapToLong(Submission.Moved::planVnd).sum()),
          millions(sum(moves, true)),
          millions(sum(moves, false)),
          millions(moves.stream().mapToLong(Submission.Moved::afterVnd).sum()),
          "");
    }

    private static long sum(List<Submission.Moved> moves, boolean gives) {
      return moves.stream()
          .filter(move -> move.gives() == gives)
          .mapToLong(Submission.Moved::sizeVnd)
          .sum();
    }

    private List<String> heads(String... names) {
      return Arrays.stream(names).map(name -> t("capital.paper.head." + name)).toList();
    }

    private String millions(@Nullable Long dong) {
      return Millions.shown(dong, formats);
    }

    private String money(long dong) {
      return formats.billions(BigDecimal.valueOf(dong));
    }

    private String chance(double probability) {
      return new MoveWords(words, List.of()).chance(probability).replace(" %", "%");
    }

    private String rate(BigDecimal ratio, Submission.Told told) {
      return new MoveWords(words, List.of())
          .rate(ratio, told.after(), told.target())
          .replace("\u00a0", "");
    }

    /** Printed: "60%", as notices do. */
    private String percent(BigDecimal ratio) {
      return formats.decimal(ratio.movePointRight(2), 1) + "%";
    }

    private String t(String key, Object... arguments) {
      return words.get(key, arguments);
    }
  }
}
