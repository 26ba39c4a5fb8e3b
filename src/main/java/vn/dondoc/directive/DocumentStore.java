package vn.dondoc.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.exchange.ExtractedText;
import vn.dondoc.kernel.Actor;
import vn.dondoc.reading.DocumentHead;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Reference;
import vn.dondoc.reading.Sentence;
import vn.dondoc.reading.Target;

@Repository
class DocumentStore {
  private static final String LOCK_RECEIVING = "select pg_advisory_xact_lock(8202)";
  private static final String KNOWN =
      """
      select coalesce(d.same_as, d.id)
        from directive.file f join directive.document d on d.id = f.document_id
       where f.sha256 = :bytes or f.words_sha256 = :words
       order by f.id limit 1
      """;
  private static final String ADD =
      """
      insert into directive.document (kind, number, issued_on, date_text, place, issuer, subject,
             signer_name, signer_title, signer_capacity, recipients, illustrative, received_by,
             received_by_name)
      values (:kind, :number, :date, :dateText, :place, :issuer, :subject, :signerName,
             :signerTitle, :signerCapacity, :recipients, :illustrative, :by, :byName)
      returning id
      """;
  private static final String ADD_FILE =
      """
      insert into directive.file (document_id, name, format, bytes, sha256, words_sha256, text)
      values (:document, :name, :format, :bytes, :sha, :words, :text)
      returning id
      """;
  private static final String ADD_SENTENCES =
      """
      insert into directive.sentence (file_id, starts, ends, kind, print)
      select :file, starts, ends, kind,
             case when kind not in ('header', 'recipient', 'signature')
                  then directive.print(words) end
        from unnest(:starts::int[], :ends::int[], :kinds::text[], :words::text[])
             as s (starts, ends, kind, words)
      """;
  private static final String ADD_TARGET =
      """
      insert into directive.target (file_id, words, starts, low, high, unit, op, by_day)
      values (:file, :words, :starts, :low, :high, :unit, :op, :by)
      """;
  private static final String ADD_CITATION =
      """
      insert into directive.citation (file_id, words, starts, kind, number, dated)
      values (:file, :words, :starts, :kind, :number, :dated)
      """;
  private static final String FIND_ALL =
      "select * from directive.document where id = any(:ids::bigint[])";
  private static final String FIND = "select * from directive.document where id = :id";
  private static final String CONFIRM =
      """
      update directive.document
         set state = 'confirmed', confirmed_at = now(), confirmed_by = :by,
             confirmed_by_name = :byName
       where id = :id
      """;
  private static final String TEXT =
      """
      select id, name, format, text, octet_length(bytes) as size
        from directive.file where document_id = :id order by id desc limit 1
      """;
  private static final String BYTES =
      "select name, bytes from directive.file where document_id = :id order by id desc limit 1";
  private static final String SENTENCES =
      "select starts, ends, kind from directive.sentence where file_id = :file order by starts";
  private static final String TARGETS =
      "select words from directive.target where file_id = :file order by starts limit 200";
  private static final String CITATIONS =
      "select words from directive.citation where file_id = :file order by starts limit 200";

  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One receives at a time, so that the same words sent twice at once are taken in once. */
  void lockReceiving() {
    jdbc.sql(LOCK_RECEIVING).query((row, number) -> 0).list();
  }

  Optional<Long> withFingerprint(Fingerprint fingerprint) {
    return jdbc.sql(KNOWN)
        .param("bytes", fingerprint.bytes())
        .param("words", fingerprint.words())
        .query(Long.class)
        .optional();
  }

  long add(DocumentHead head, boolean illustrative, Actor by) {
    DocumentHead.@Nullable Signer signer = head.signer();
    return jdbc.sql(ADD)
        .param("kind", head.kind())
        .param("number", head.number())
        .param("date", head.date())
        .param("dateText", head.dateText())
        .param("place", head.place())
        .param("issuer", head.issuer())
        .param("subject", head.subject())
        .param("signerName", signer == null ? null : signer.name())
        .param("signerTitle", signer == null ? null : signer.title())
        .param("signerCapacity", signer == null ? null : signer.capacity())
        .param("recipients", head.recipients().toArray(String[]::new))
        .param("illustrative", illustrative)
        .param("by", by.accountId())
        .param("byName", by.name())
        .query(Long.class)
        .single();
  }

  long addFile(
      long document, String name, byte[] bytes, ExtractedText extracted, Fingerprint fingerprint) {
    return jdbc.sql(ADD_FILE)
        .param("document", document)
        .param("name", name.substring(Math.max(0, name.length() - 255)))
        .param("format", extracted.format())
        .param("bytes", bytes)
        .param("sha", fingerprint.bytes())
        .param("words", fingerprint.words())
        .param("text", extracted.text().replace("\u0000", " "))
        .query(Long.class)
        .single();
  }

  void addReading(long file, Notice notice, String text) {
    List<Sentence> sentences =
        notice.sentences().stream().filter(s -> s.end() > s.start()).toList();
    jdbc.sql(ADD_SENTENCES)
        .param("file", file)
        .param("starts", sentences.stream().map(Sentence::start).toArray(Integer[]::new))
        .param("ends", sentences.stream().map(Sentence::end).toArray(Integer[]::new))
        .param(
            "kinds", sentences.stream().map(s -> Directives.lower(s.kind())).toArray(String[]::new))
        .param(
            "words",
            sentences.stream()
                .map(s -> text.substring(s.start(), s.end()).replace('\0', ' '))
                .toArray(String[]::new))
        .update();
    notice.targets().forEach(target -> addTarget(file, target));
    notice.references().forEach(reference -> addCitation(file, reference));
  }

  private void addTarget(long file, Target target) {
    jdbc.sql(ADD_TARGET)
        .param("file", file)
        .param("words", target.text())
        .param("starts", target.start())
        .param("low", target.low())
        .param("high", target.high())
        .param("unit", target.unit())
        .param("op", target.op())
        .param("by", target.by())
        .update();
  }

  private void addCitation(long file, Reference reference) {
    jdbc.sql(ADD_CITATION)
        .param("file", file)
        .param("words", reference.text())
        .param("starts", reference.start())
        .param("kind", reference.kind())
        .param("number", reference.number())
        .param("dated", reference.date())
        .update();
  }

  Optional<Directive> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(DocumentStore::directive).optional();
  }

  /** What to call each of these documents, by id. */
  Map<Long, String> titles(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(FIND_ALL)
        .param("ids", ids.toArray(Long[]::new))
        .query(DocumentStore::directive)
        .list()
        .stream()
        .collect(Collectors.toMap(Directive::id, Directive::title));
  }

  Optional<Directive> lock(long id) {
    return jdbc.sql(FIND + " for update")
        .param("id", id)
        .query(DocumentStore::directive)
        .optional();
  }

  void confirm(long id, Actor by) {
    jdbc.sql(CONFIRM)
        .param("id", id)
        .param("by", by.accountId())
        .param("byName", by.name())
        .update();
  }

  StoredText text(long id) {
    return jdbc.sql(TEXT).param("id", id).query(StoredText.class).single();
  }

  StoredFile file(long id) {
    return jdbc.sql(BYTES).param("id", id).query(StoredFile.class).single();
  }

  List<Sentence> sentences(long file) {
    return jdbc.sql(SENTENCES)
        .param("file", file)
        .query((row, number) ->
            new Sentence(
                row.getInt("starts"),
                row.getInt("ends"),
                Sentence.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT))))
        .list();
  }

  List<String> targets(long file) {
    return words(TARGETS, file);
  }

  List<String> citations(long file) {
    return words(CITATIONS, file);
  }

  private List<String> words(String query, long file) {
    return jdbc.sql(query).param("file", file).query((row, number) -> row.getString(1)).list();
  }

  /**
   * The text of a document.
   *
   * @param id of its file
   * @param name of its file
   * @param format what the file was
   * @param text its words
   * @param size bytes of the file
   */
  record StoredText(long id, String name, String format, String text, long size) {}

  /**
   * A file as it came.
   *
   * @param name its name
   * @param bytes what it holds
   */
  record StoredFile(String name, byte[] bytes) {}

  static Directive directive(ResultSet row, int number) throws SQLException {
    String signer =
        Stream.of(
                row.getString("signer_capacity"),
                row.getString("signer_title"),
                row.getString("signer_name"))
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.joining(" · "));
    Timestamp confirmedAt = row.getTimestamp("confirmed_at");
    Directive.Head head =
        new Directive.Head(
            row.getString("kind"),
            row.getString("number"),
            row.getObject("issued_on", LocalDate.class),
            row.getString("date_text"),
            row.getString("issuer"),
            row.getString("subject"),
            signer.isEmpty() ? null : signer,
            List.of((String[]) row.getArray("recipients").getArray()));
    return new Directive(
        row.getLong("id"),
        head,
        row.getTimestamp("received_at").toInstant(),
        row.getString("received_by_name"),
        confirmedAt == null ? null : confirmedAt.toInstant(),
        row.getString("confirmed_by_name"),
        row.getBoolean("illustrative"));
  }
}
