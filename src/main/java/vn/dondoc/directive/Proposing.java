package vn.dondoc.directive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.directive.ProposalContent.Span;
import vn.dondoc.directive.ProposalContent.WrittenParty;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.reading.Assignment;
import vn.dondoc.reading.Deadline;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Notices;
import vn.dondoc.reading.Section;
import vn.dondoc.task.Due;
import vn.dondoc.task.Party;

/** Turns what was read into proposals, its names looked up in the directory. */
@Component
class Proposing {
  private static final int MOST_BODIES = 8;

  private final Bodies bodies;
  private final ProvinceDay day;

  Proposing(Bodies bodies, ProvinceDay day) {
    this.bodies = bodies;
    this.day = day;
  }

  List<ProposalContent> from(Notice notice) {
    // One question to the directory for all the names of a text.
    List<String> names = notice.assignments().stream().flatMap(a -> names(a.parties())).toList();
    Map<String, Resolution> known = new HashMap<>(bodies.resolve(names, day.today()));
    return notice.assignments().stream().map(a -> content(a, known)).toList();
  }

  private static Stream<String> names(Assignment.Parties who) {
    return Stream.of(
            who.lead(), who.leadInferred(), who.coordinate(), who.implementer(), who.reportTo())
        .flatMap(List::stream);
  }

  /** What words a person chose in a text say, at the paragraph they stand in. */
  ProposalContent chosen(String text, Span span) {
    String words = text.substring(span.start(), span.end());
    List<ProposalContent> read = from(Notices.standard().read(words));
    ProposalContent first = read.isEmpty() ? null : read.getFirst();
    return new ProposalContent(
        span,
        words,
        first == null ? words : first.action(),
        first == null ? List.of() : first.parties(),
        first == null ? List.of() : first.candidates(),
        first == null ? due(null) : first.due(),
        first == null ? null : first.consequence(),
        first == null ? null : first.condition(),
        path(text, span.start()),
        null,
        List.of());
  }

  /** The innermost part of the text that a place lies in. */
  private static List<String> path(String text, int at) {
    return Notices.standard().read(text).outline().stream()
        .filter(part -> part.start() <= at && at < part.end())
        .max(Comparator.comparingInt(Section::start))
        .map(Section::path)
        .orElse(List.of());
  }

  /** A name looked up: the sure body, or the words with no body. */
  WrittenParty lookUp(Party.Part part, String written) {
    return lookUp(part, written, new HashMap<>());
  }

  /** Bodies a vague name may mean. */
  List<Body> suggestions(String written) {
    Resolution resolution = bodies.resolve(written, day.today());
    return resolution.bodies().stream().limit(MOST_BODIES).toList();
  }

  private ProposalContent content(Assignment read, Map<String, Resolution> known) {
    Assignment.Parties who = read.parties();
    List<WrittenParty> parties = new ArrayList<>();
    // "Sở" stands for a body named before: the full name is looked up, the words are kept.
    boolean anaphora = !who.lead().isEmpty() && who.lead().size() == who.leadInferred().size();
    for (int n = 0; n < who.lead().size(); n++) {
      WrittenParty party = lookUp(Party.Part.LEAD, who.lead().get(n), known);
      if (party.bodyId() == null && anaphora) {
        WrittenParty meant = lookUp(Party.Part.LEAD, who.leadInferred().get(n), known);
        party = new WrittenParty(Party.Part.LEAD, party.written(), meant.bodyId(), meant.name());
      }
      parties.add(party);
    }
    who.coordinate().forEach(w -> parties.add(lookUp(Party.Part.COORDINATE, w, known)));
    who.implementer().forEach(w -> parties.add(lookUp(Party.Part.IMPLEMENT, w, known)));
    who.reportTo().forEach(w -> parties.add(lookUp(Party.Part.REPORT_TO, w, known)));
    List<WrittenParty> candidates =
        who.lead().isEmpty()
            ? who.leadInferred().stream().map(w -> lookUp(Party.Part.LEAD, w, known)).toList()
            : List.of();
    return new ProposalContent(
        new Span(read.start(), read.end()),
        read.quote(),
        read.action(),
        parties,
        candidates,
        due(read.deadline()),
        read.consequence(),
        read.condition(),
        read.path(),
        read.confidence(),
        read.marks());
  }

  private WrittenParty lookUp(Party.Part part, String written, Map<String, Resolution> known) {
    Resolution resolution =
        known.computeIfAbsent(written, name -> bodies.resolve(name, day.today()));
    if (!resolution.isSure() || resolution.bodies().isEmpty()) {
      return new WrittenParty(part, written, null, null);
    }
    Body body = resolution.bodies().getFirst();
    return new WrittenParty(part, written, body.id(), body.name());
  }

  static Due due(@org.jspecify.annotations.Nullable Deadline read) {
    if (read == null) {
      return Due.none();
    }
    Due.Kind kind = Due.Kind.valueOf(read.kind().name());
    return new Due(
        kind == Due.Kind.DATE && read.date() == null ? Due.Kind.SOFT : kind,
        read.date(),
        read.time(),
        read.op() == null ? null : Due.Op.valueOf(read.op().name()),
        read.every() == null ? null : Directives.lower(read.every()),
        read.day(),
        read.within(),
        read.unit(),
        read.from(),
        read.text(),
        read.yearInferred(),
        read.month());
  }
}
