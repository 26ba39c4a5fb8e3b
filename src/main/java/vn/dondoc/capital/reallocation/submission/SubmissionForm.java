package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.capital.reallocation.reading.Organ;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Đề xuất và quyết định as a person types them.
 *
 * @param typed every field by its name
 */
record SubmissionForm(Map<String, String> typed) {
  private static final String REASON = "reason-";
  private static final String EVIDENCE = "evidence-";
  private static final String APPROVED = "duyet-";

  String value(String field) {
    return typed.getOrDefault(field, "").replace("\0", "").strip();
  }

  long number(String field) {
    String number = value(field);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  /** The reason of each decrease that has one, with its evidence. */
  Map<Long, Ground> grounds() {
    Map<Long, Ground> grounds = new HashMap<>();
    typed.forEach((field, code) -> {
      if (field.matches(REASON + "\\d{1,18}")) {
        for (CutReason reason : CutReason.values()) {
          if (reason.code().equals(code)) {
            String line = field.substring(REASON.length());
            grounds.put(Long.parseLong(line), new Ground(reason, value(EVIDENCE + line)));
          }
        }
      }
    });
    return grounds;
  }

  /**
   * A form to begin with: the decision of one authority, which speaks of the pools it decides; of
   * none where several decide and nobody said whose decision it is.
   *
   * @param asked code of an authority; empty for none
   */
  static SubmissionForm of(Submission submission, MoveRules law, String asked) {
    List<MoveRules.Authority> deciding = deciding(submission, law);
    List<MoveRules.Authority> meant =
        deciding.size() == 1
            ? deciding
            : deciding.stream().filter(one -> one.code().equals(asked)).toList();
    Map<String, String> typed = new HashMap<>();
    for (MoveRules.Authority one : meant) {
      // Of a level with many bodies a person says which.
      typed.put("issuer", one.isOne() ? one.organ() : "");
      submission.moves().stream()
          .filter(move -> move.isOpen() && move.raisesMediumTerm() && decides(one, move, law))
          .flatMap(move -> law.mediumTerm(move.line().pool().id()).stream())
          .filter(MoveRules.Authority::isOne)
          .findFirst()
          .ifPresent(medium -> typed.put("m-issuer", medium.organ()));
      submission.moves().stream()
          .filter(move -> move.isOpen() && decides(one, move, law))
          .forEach(
              move -> typed.put(APPROVED + move.line().lineId(), Millions.typed(move.sizeVnd())));
    }
    return new SubmissionForm(typed);
  }

  private static boolean decides(
      MoveRules.Authority authority, Submission.Moved move, MoveRules law) {
    return law.annual(move.line().pool().id())
        .filter(one -> one.code().equals(authority.code()))
        .isPresent();
  }

  /** Who decides what is open, each once. */
  static List<MoveRules.Authority> deciding(Submission submission, MoveRules law) {
    Map<String, MoveRules.Authority> authorities = new LinkedHashMap<>();
    submission.moves().stream()
        .filter(Submission.Moved::isOpen)
        .flatMap(move -> law.annual(move.line().pool().id()).stream())
        .forEach(one -> authorities.putIfAbsent(one.code(), one));
    return List.copyOf(authorities.values());
  }

  /** Who changes the medium-term plan where something open goes above it, each once. */
  static List<MoveRules.Authority> mediumTerm(Submission submission, MoveRules law) {
    Map<String, MoveRules.Authority> authorities = new LinkedHashMap<>();
    submission.moves().stream()
        .filter(move -> move.isOpen() && move.raisesMediumTerm())
        .flatMap(move -> law.mediumTerm(move.line().pool().id()).stream())
        .forEach(one -> authorities.putIfAbsent(one.code(), one));
    return List.copyOf(authorities.values());
  }

  /** A deadline of whoever decides what is open is over. */
  static boolean isLate(Submission submission, MoveRules law, LocalDate today) {
    return submission.moves().stream()
        .filter(Submission.Moved::isOpen)
        .flatMap(move -> law.annual(move.line().pool().id()).stream())
        .map(one -> one.times().deadline())
        .anyMatch(deadline -> deadline != null && today.isAfter(deadline));
  }

  /** What the field of a line says. */
  String approved(Submission.Moved move) {
    return value(APPROVED + move.line().lineId());
  }

  /**
   * The decision it says; a line whose field is left empty is not spoken of.
   *
   * @throws Refusal with every field that cannot be read
   */
  NewDecision decision(Submission submission) {
    List<Problem> problems = new ArrayList<>();
    Map<Long, Long> approved = new HashMap<>();
    typed.forEach((field, text) -> {
      if (field.matches(APPROVED + "\\d{1,18}") && !text.isBlank()) {
        long line = Long.parseLong(field.substring(APPROVED.length()));
        Optional<Long> amount = Millions.read(text.strip());
        if (amount.isEmpty()) {
          problems.add(
              Problem.at(
                  field, SubmissionRefusal.AMOUNT.key(), text.strip(), project(submission, line)));
        }
        approved.put(line, amount.orElse(0L));
      }
    });
    Optional<LocalDate> signed = Days.read(value("signed"));
    if (signed.isEmpty()) {
      problems.add(Days.problem("signed", "capital.submission.signed", value("signed")));
    }
    NewDecision.MediumTerm medium = mediumTerm(problems);
    if (!problems.isEmpty() || signed.isEmpty()) {
      // Told with the others, not only once those are mended.
      blank("number", SubmissionRefusal.NUMBER, DecisionCheck.LONGEST_NUMBER, problems);
      blank("issuer", SubmissionRefusal.ISSUER, DecisionCheck.LONGEST_ISSUER, problems);
      blank("signer", SubmissionRefusal.SIGNER, DecisionCheck.LONGEST_SIGNER, problems);
      throw Refusal.of(SubmissionRefusal.DECISION, problems);
    }
    return new NewDecision(
        value("number"),
        value("issuer"),
        value("signer"),
        signed.get(),
        approved,
        medium,
        new NewDecision.Said(value("late"), value("seen")));
  }

  private void blank(String field, SubmissionRefusal why, int most, List<Problem> problems) {
    if (value(field).isBlank()) {
      problems.add(Problem.at(field, why.key(), 0, most));
    }
  }

  private static String project(Submission submission, long line) {
    return submission.moves().stream()
        .filter(move -> move.line().lineId() == line)
        .findFirst()
        .map(move -> move.line().project().name())
        .orElse(Long.toString(line));
  }

  /**
   * The same with the body that has to change the medium-term plan, where that turned out to be
   * needed and the rules name one body.
   */
  SubmissionForm offering(List<Problem> problems) {
    List<String> named =
        problems.stream()
            .filter(one -> one.key().equals(SubmissionRefusal.MEDIUM_TERM.key()))
            .map(one -> one.arguments().getLast().toString())
            .distinct()
            .toList();
    if (!value("m-issuer").isEmpty()
        || named.size() != 1
        || !Organ.read(named.getFirst()).isOne()) {
      return this;
    }
    Map<String, String> offered = new HashMap<>(typed);
    offered.put("m-issuer", named.getFirst());
    return new SubmissionForm(offered);
  }

  /** Its day tells that there is one; an issuer that was offered does not. */
  private NewDecision.@Nullable MediumTerm mediumTerm(List<Problem> problems) {
    String typedOn = value("m-signed");
    if (typedOn.isEmpty() && value("m-number").isEmpty()) {
      return null;
    }
    Optional<LocalDate> signed = Days.read(typedOn);
    if (signed.isEmpty()) {
      problems.add(Days.problem("m-signed", "capital.submission.medium.signed", typedOn));
      return null;
    }
    return new NewDecision.MediumTerm(value("m-number"), value("m-issuer"), signed.get());
  }
}
