package vn.dondoc.directive;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.DueForm;
import vn.dondoc.web.Texts;

/**
 * What the form of one proposal sends.
 *
 * @param revision the revision it was filled in from
 * @param action việc
 * @param lead names of who leads
 * @param coordinate names of who helps
 * @param due the fields of the deadline
 * @param consequence hệ quả
 * @param reason why it is rejected
 * @param create bodies not in the directory are to be added
 * @param caret where in the action to split; 0 when not said
 */
record ProposalForm(
    int revision,
    @Nullable String action,
    @Nullable List<String> lead,
    @Nullable List<String> coordinate,
    DueForm due,
    @Nullable String consequence,
    @Nullable String reason,
    @Nullable String create,
    @Nullable Integer caretAt) {
  private static final int MOST_PARTIES = 60;
  private static final int LONGEST = 4000;

  /** As sent: bound by hand, because names hold commas and a binder would cut them there. */
  static ProposalForm of(MultiValueMap<String, String> sent) {
    return new ProposalForm(
        whole(sent.getFirst("revision")),
        sent.getFirst("action"),
        sent.get("lead"),
        sent.get("coordinate"),
        DueForm.of(sent),
        sent.getFirst("consequence"),
        sent.getFirst("reason"),
        sent.getFirst("create"),
        whole(sent.getFirst("caretAt")));
  }

  private static int whole(@Nullable String text) {
    return text == null || !text.matches("\\d{1,9}") ? 0 : Integer.parseInt(text);
  }

  List<String> leads() {
    return names(lead);
  }

  List<String> coordinators() {
    return names(coordinate);
  }

  boolean createsBodies() {
    return "1".equals(create);
  }

  int caret() {
    return Objects.requireNonNullElse(caretAt, 0);
  }

  String reasonOrEmpty() {
    return Objects.requireNonNullElse(reason, "");
  }

  @Nullable String consequenceOrNull() {
    return consequence == null || consequence.isBlank() ? null : consequence.strip();
  }

  /** What was typed that a proposal does not say, for a page that has to give it back. */
  String beyond(ProposalContent said, Texts texts) {
    List<String> known =
        said.parties().stream().flatMap(p -> Stream.of(p.shown(), p.written())).toList();
    Stream<String> works = Stream.of(plain(action)).filter(w -> !w.equals(said.action().strip()));
    Stream<String> names =
        Stream.concat(leads().stream(), coordinators().stream())
            .filter(name -> !known.contains(name));
    Stream<String> consequences =
        Stream.of(plain(consequence)).filter(w -> !w.isEmpty() && !w.equals(said.consequence()));
    return Stream.of(works, names, due.beyond(said.due(), texts).stream(), consequences)
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private static String plain(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
  }

  String requiredAction(String place) {
    String words = Objects.requireNonNullElse(action, "").strip();
    if (words.isEmpty()) {
      throw Refusal.of(DirectiveRefusal.NO_ACTION, place, place);
    }
    if (words.length() > LONGEST) {
      throw Refusal.of(DirectiveRefusal.LONG_ACTION, place, place, words.length(), LONGEST);
    }
    return words;
  }

  /** The deadline the form says; what it does not ask is kept from before. */
  Due due(ProposalContent before) {
    return due.read(before.due());
  }

  private static List<String> names(@Nullable List<String> typed) {
    return typed == null
        ? List.of()
        : typed.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_PARTIES)
            .toList();
  }
}
