package vn.dondoc.capital.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.exchange.OfficialPaper;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Tài liệu họp chuyên đề giải ngân: the agenda, the picture of the province, and a sheet for every
 * owner whose own rate is low, with who answers for it, its figures, what stands in the way, what
 * it promised and what it will be asked. Slow lines of other owners are only listed.
 */
@Component
class Packet {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final int MOST_OWNERS = 100;
  private static final int MOST_LINES = 30;
  private static final int MOST_LISTED = 100;

  private final Reviews reviews;
  private final ProjectReference reference;
  private final String province;

  Packet(
      Reviews reviews, ProjectReference reference, @Value("${dondoc.province:}") String province) {
    this.reviews = reviews;
    this.reference = reference;
    this.province = province;
  }

  /**
   * The paper of a day; number, day and signature are left to people.
   *
   * @throws Refusal when nobody is slow, or no owner is as a whole
   */
  OfficialPaper paper(Reviews.Picture picture, List<SlowLine> slow) {
    if (slow.isEmpty()) {
      throw Refusal.of(ReviewRefusal.NOBODY, "", picture.day());
    }
    Map<Boolean, List<OwnerSlow>> owners =
        OwnerSlow.of(picture, slow).stream()
            .collect(Collectors.partitioningBy(owner -> owner.isCalled(picture)));
    List<OwnerSlow> called = owners.getOrDefault(true, List.of());
    if (called.isEmpty()) {
      throw Refusal.of(ReviewRefusal.NOBODY_CALLED, "", picture.day());
    }
    LocalDate lastMonth = picture.day().plusDays(1).withDayOfMonth(1).minusMonths(1);
    Map<Long, List<Promise>> promises =
        reviews.promises(picture.day(), lastMonth).stream()
            .collect(Collectors.groupingBy(Promise::lineId));
    Map<Integer, Answering> answering =
        reviews.answering(called.stream().map(OwnerSlow::ownerId).toList(), picture.day());
    Owners all = new Owners(called, owners.getOrDefault(false, List.of()), answering);
    return new Writing(picture, all, promises, lastMonth).paper();
  }

  /**
   * Chủ đầu tư of the paper.
   *
   * @param called owners with a sheet
   * @param listed owners with slow lines that are not called
   * @param answering who answers for each of those called
   */
  private record Owners(
      List<OwnerSlow> called, List<OwnerSlow> listed, Map<Integer, Answering> answering) {}

  private final class Writing {
    private final Texts words = Texts.in(Language.VI);
    private final Formats formats = new Formats(words);
    private final Choices choices = reference.choices();
    private final Questions questions = new Questions(words, choices);
    private final Reviews.Picture picture;
    private final List<OwnerSlow> owners;
    private final List<OwnerSlow> listed;
    private final Map<Integer, Answering> answering;
    private final Map<Long, List<Promise>> promises;
    private final LocalDate lastMonth;
    private final Map<String, String> rules;

    Writing(
        Reviews.Picture picture,
        Owners owners,
        Map<Long, List<Promise>> promises,
        LocalDate lastMonth) {
      this.picture = picture;
      this.owners = owners.called();
      this.listed = owners.listed();
      this.answering = owners.answering();
      this.promises = promises;
      this.lastMonth = lastMonth;
      this.rules =
          picture.rules().stream().collect(Collectors.toMap(SlowRule::code, SlowRule::nameVi));
    }

    OfficialPaper paper() {
      String month = month(picture.day());
      OfficialPaper paper =
          OfficialPaper.with(
              new OfficialPaper.Head(
                  t("capital.packet.superior", province.toUpperCase(VIETNAMESE)),
                  t("capital.packet.issuer"),
                  t("capital.packet.number"),
                  t("capital.packet.dated", province, Integer.toString(picture.day().getYear())),
                  t("capital.packet.kind"),
                  t("capital.packet.subject", month)));
      agenda(paper);
      province(paper);
      paper.heading(t("capital.packet.three"));
      paper.paragraph(t("capital.packet.sheets", formats.count(owners.size())));
      for (int at = 0; at < Math.min(owners.size(), MOST_OWNERS); at++) {
        paper.pageBreak();
        owner(paper, at + 1, owners.get(at));
      }
      return paper.closing(
          t("capital.packet.recipients"),
          List.of(t("capital.packet.recipients.list").split("\\|")),
          t("capital.packet.signer"));
    }

    private void agenda(OfficialPaper paper) {
      paper.heading(t("capital.packet.one"));
      paper.paragraph(t("capital.packet.clause", clause()));
      for (int n = 1; n <= 4; n++) {
        paper.paragraph(
            t("capital.packet.agenda." + n, formats.count(owners.size()), month(lastMonth)));
      }
      List<List<String>> rows = new ArrayList<>();
      for (OwnerSlow owner : owners.stream().limit(MOST_OWNERS).toList()) {
        rows.add(
            List.of(
                Integer.toString(rows.size() + 1),
                owner.name(),
                answering(owner),
                formats.count(owner.slow().size()),
                millions(owner.unspent()),
                percent(owner.money().rate())));
      }
      paper.table(
          List.of(6, 34, 24, 10, 14, 12),
          heads("ordinal", "owner", "answering", "lines", "unspent", "rate"),
          rows);
    }

    /** The head called for an owner, with its body where that is another. */
    private String answering(OwnerSlow owner) {
      Answering head = answering.get(owner.ownerId());
      String title =
          head == null || head.title() == null ? t("capital.packet.no_head") : head.title();
      return head != null && head.above() ? t("capital.packet.head_of", title, head.body()) : title;
    }

    private String clause() {
      return picture
          .calling()
          .map(rule -> t("capital.packet.quoted", rule.clause(), rule.basis()))
          .orElse("");
    }

    private void province(OfficialPaper paper) {
      paper.heading(t("capital.packet.two"));
      SlowLine.Money all = picture.province();
      paper.paragraph(
          t(
              "capital.packet.province",
              formats.date(picture.day()),
              formats.billions(BigDecimal.valueOf(all.plan())),
              formats.billions(BigDecimal.valueOf(all.disbursed())),
              formats.percent(all.rate())));
      List<List<String>> rows =
          picture.rules().stream()
              .map(rule ->
                  List.of(
                      rule.nameVi(),
                      formats.count(
                          Stream.concat(owners.stream(), listed.stream())
                              .flatMap(owner -> owner.slow().stream())
                              .filter(line -> line.breaks(rule.code()))
                              .count()),
                      "“" + rule.clause() + "”",
                      rule.basis()))
              .toList();
      paper.table(List.of(20, 10, 40, 30), heads("rule", "lines", "words", "basis"), rows);
      others(paper);
    }

    /** Slow lines of owners that are not called. */
    private void others(OfficialPaper paper) {
      List<SlowLine> lines = listed.stream().flatMap(owner -> owner.slow().stream()).toList();
      if (lines.isEmpty()) {
        return;
      }
      paper.paragraph(
          t(
              "capital.packet.listed",
              formats.count(lines.size()),
              formats.count(listed.size()),
              formats.percent(picture.province().rate())));
      List<SlowLine> shown = lines.stream().limit(MOST_LISTED).toList();
      paper.table(
          List.of(24, 30, 12, 10, 24),
          heads("owner", "project", "unspent", "rate", "found"),
          rows(
              shown,
              line ->
                  List.of(
                      line.owner(),
                      line.project().words() + " (" + line.pool().name() + ")",
                      millions(line.money().unspent()),
                      percent(line.money().rate()),
                      found(line))));
      if (lines.size() > shown.size()) {
        paper.paragraph(t("capital.packet.more", formats.count(lines.size() - shown.size())));
      }
    }

    private void owner(OfficialPaper paper, int number, OwnerSlow owner) {
      paper.heading(t("capital.packet.sheet", Integer.toString(number), owner.name()));
      Answering head = answering.get(owner.ownerId());
      paper.paragraph(
          head != null && head.above()
              ? t("capital.packet.answering_above", answering(owner), owner.name())
              : t("capital.packet.answering", answering(owner), owner.name()));
      paper.paragraph(
          t(
              "capital.packet.owner",
              formats.billions(BigDecimal.valueOf(owner.money().plan())),
              formats.billions(BigDecimal.valueOf(owner.money().disbursed())),
              formats.percent(owner.money().rate()),
              formats.percent(picture.province().rate()),
              formats.billions(BigDecimal.valueOf(owner.money().outstanding())),
              formats.count(owner.slow().size())));
      List<SlowLine> shown = owner.slow().stream().limit(MOST_LINES).toList();
      paper.table(
          List.of(34, 14, 14, 10, 28),
          heads("project", "plan", "disbursed", "rate", "found"),
          rows(shown, this::line));
      if (owner.slow().size() > shown.size()) {
        paper.paragraph(
            t("capital.packet.more", formats.count(owner.slow().size() - shown.size())));
      }
      troubles(paper, shown);
      promised(paper, owner, shown);
      paper.heading(t("capital.packet.questions"));
      List<String> asked = questions.of(owner);
      for (int at = 0; at < asked.size(); at++) {
        paper.paragraph((at + 1) + ". " + asked.get(at));
      }
    }

    private List<String> line(SlowLine line) {
      return List.of(
          line.project().words() + " (" + line.pool().name() + ")",
          millions(line.money().plan()),
          millions(line.money().disbursed()),
          percent(line.money().rate()),
          found(line));
    }

    private String found(SlowLine line) {
      return line.hits().stream()
          .map(hit -> rules.getOrDefault(hit.rule(), hit.rule()) + ": " + hit.words(words))
          .collect(Collectors.joining("; "));
    }

    private void troubles(OfficialPaper paper, List<SlowLine> shown) {
      paper.heading(t("capital.packet.troubles"));
      List<SlowLine> told =
          shown.stream().filter(line -> line.trouble().difficulty() != null).toList();
      if (told.isEmpty()) {
        paper.paragraph(t("capital.packet.no_troubles"));
        return;
      }
      paper.table(
          List.of(28, 36, 22, 14),
          heads("project", "difficulty", "proposal", "authority"),
          rows(
              told,
              line ->
                  List.of(
                      line.project().words(),
                      blocker(line) + line.trouble().difficulty(),
                      said(line.trouble().proposal()),
                      line.trouble().authority() == null
                          ? "–"
                          : questions.name(OwnerReport.AUTHORITY, line.trouble().authority()))));
    }

    private String blocker(SlowLine line) {
      String code = line.trouble().blocker();
      return code == null ? "" : questions.name(Choices.BLOCKER, code) + ": ";
    }

    private void promised(OfficialPaper paper, OwnerSlow owner, List<SlowLine> shown) {
      paper.heading(t("capital.packet.promises", month(lastMonth)));
      Reliability told = owner.reliability();
      paper.paragraph(told == null ? t("capital.packet.no_reliability") : reliability(told));
      List<List<String>> rows = new ArrayList<>();
      for (SlowLine line : shown) {
        for (Promise promise : promises.getOrDefault(line.lineId(), List.of())) {
          rows.add(
              List.of(
                  line.project().words(),
                  month(promise.month()),
                  millions(promise.promisedVnd()),
                  millions(promise.cameVnd()),
                  t(promise.over() ? "capital.packet.over" : "capital.packet.running")));
        }
      }
      if (!rows.isEmpty()) {
        paper.table(
            List.of(40, 12, 16, 16, 16),
            heads("project", "month", "promised", "came", "state"),
            rows);
      }
    }

    private String reliability(Reliability told) {
      return t(
          "capital.packet.reliability",
          formats.count(told.kept()),
          formats.count(told.promises()),
          told.ratio() == null ? "–" : formats.percent(told.ratio()),
          formats.count(told.late()),
          formats.count(told.missing()),
          month(told.firstMonth()) + "–" + month(told.lastMonth()),
          formats.decimal(told.tolerancePercent(), 0));
    }

    private List<String> heads(String... names) {
      return java.util.Arrays.stream(names).map(name -> t("capital.packet.head." + name)).toList();
    }

    private static List<List<String>> rows(
        List<SlowLine> lines, Function<SlowLine, List<String>> row) {
      return lines.stream().map(row).toList();
    }

    private String t(String key, Object... arguments) {
      return words.get(key, arguments);
    }

    private String millions(long dong) {
      return formats.decimal(java.util.Objects.requireNonNull(Millions.cell(dong)), 1);
    }

    private String percent(BigDecimal rate) {
      return formats.decimal(rate.movePointRight(2), 1);
    }

    private static String said(@org.jspecify.annotations.Nullable String words) {
      return words == null ? "–" : words;
    }

    private static String month(LocalDate day) {
      return day.getMonthValue() + "/" + day.getYear();
    }
  }
}
