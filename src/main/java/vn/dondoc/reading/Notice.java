package vn.dondoc.reading;

import java.util.List;

/**
 * Văn bản đã đọc: everything read from one official text.
 *
 * @param document its head: kind, number, date, issuer, subject, signature, recipients
 * @param outline its numbered and lettered parts, in order
 * @param assignments what somebody is told to do
 * @param sentences a class for every stretch of the text; they partition it
 * @param targets goals with a figure
 * @param references cited documents
 */
public record Notice(
    DocumentHead document,
    List<Section> outline,
    List<Assignment> assignments,
    List<Sentence> sentences,
    List<Target> targets,
    List<Reference> references) {
  public Notice {
    outline = List.copyOf(outline);
    assignments = List.copyOf(assignments);
    sentences = List.copyOf(sentences);
    targets = List.copyOf(targets);
    references = List.copyOf(references);
  }

  /** Whether anything about the text is official: a part of its head, a task, a citation. */
  public boolean looksOfficial() {
    return document.kind() != null
        || document.number() != null
        || document.dateText() != null
        || document.issuer() != null
        || document.signer() != null
        || !document.recipients().isEmpty()
        || !assignments.isEmpty()
        || !references.isEmpty();
  }
}
