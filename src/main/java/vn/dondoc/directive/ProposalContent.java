package vn.dondoc.directive;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.reading.Assignment.Mark;
import vn.dondoc.task.Due;
import vn.dondoc.task.Party;

/**
 * Nội dung đề xuất.
 *
 * @param span where its words stand in the text
 * @param quote the words
 * @param action việc
 * @param parties who takes part, in the directory or not yet
 * @param candidates who might be meant where the text names no doer
 * @param due thời hạn
 * @param consequence hệ quả
 * @param condition trường hợp
 * @param path outline markers
 * @param confidence 0 to 1; null when a person wrote it
 * @param marks which words said what
 */
record ProposalContent(
    Span span,
    String quote,
    String action,
    List<WrittenParty> parties,
    List<WrittenParty> candidates,
    Due due,
    @Nullable String consequence,
    @Nullable String condition,
    List<String> path,
    @Nullable Double confidence,
    List<Mark> marks) {
  ProposalContent {
    parties = List.copyOf(parties);
    candidates = List.copyOf(candidates);
    path = List.copyOf(path);
    marks = List.copyOf(marks);
  }

  /** UTF-16 units of the text, from start to before end. */
  record Span(int start, int end) {}

  /**
   * A party as the text calls it.
   *
   * @param part what it does
   * @param written its words
   * @param bodyId the body meant; null until a person or the directory says so
   * @param name the directory's name of that body
   */
  record WrittenParty(
      Party.Part part, String written, @Nullable Integer bodyId, @Nullable String name) {
    String shown() {
      return name == null ? written : name;
    }
  }

  /** Where it stands, as a person says it: "3.b.(3)". */
  String place() {
    return String.join(".", path);
  }

  List<WrittenParty> with(Party.Part part) {
    return parties.stream().filter(p -> p.part() == part).toList();
  }

  boolean hasLead() {
    return parties.stream().anyMatch(p -> p.part() == Party.Part.LEAD && p.bodyId() != null);
  }

  /** Refused without a lead of the directory; names it does not know are told. */
  void requireLead() {
    if (hasLead()) {
      return;
    }
    String unknown =
        with(Party.Part.LEAD).stream()
            .map(WrittenParty::written)
            .collect(Collectors.joining("”, “"));
    throw unknown.isEmpty()
        ? Refusal.of(DirectiveRefusal.NO_LEAD, place(), place())
        : Refusal.of(DirectiveRefusal.UNKNOWN_BODY, place(), place(), unknown);
  }

  ProposalContent words(String newAction, @Nullable String newConsequence) {
    return new ProposalContent(
        span,
        quote,
        newAction,
        parties,
        candidates,
        due,
        newConsequence,
        condition,
        path,
        confidence,
        marks);
  }

  ProposalContent who(List<WrittenParty> newParties) {
    return new ProposalContent(
        span,
        quote,
        action,
        newParties,
        candidates,
        due,
        consequence,
        condition,
        path,
        confidence,
        marks);
  }

  ProposalContent when(Due newDue) {
    return new ProposalContent(
        span,
        quote,
        action,
        parties,
        candidates,
        newDue,
        consequence,
        condition,
        path,
        confidence,
        marks);
  }

  /** Both as one work: the first no longer ends where the second begins, every mark stays. */
  ProposalContent joined(ProposalContent other, String text) {
    Span both =
        new Span(
            Math.min(span.start(), other.span.start()), Math.max(span.end(), other.span.end()));
    return new ProposalContent(
        both,
        text.substring(both.start(), Math.min(both.end(), text.length())),
        action.replaceFirst("[\\s.;,:]+$", "") + "; " + other.action,
        Stream.concat(parties.stream(), other.parties.stream()).distinct().toList(),
        candidates,
        due.kind() == Due.Kind.NONE ? other.due : due,
        consequence,
        condition,
        path,
        confidence,
        Stream.concat(marks.stream(), other.marks.stream()).distinct().toList());
  }

  ProposalContent from(Span newSpan, String newQuote) {
    return new ProposalContent(
        newSpan,
        newQuote,
        action,
        parties,
        candidates,
        due,
        consequence,
        condition,
        path,
        confidence,
        marks);
  }
}
