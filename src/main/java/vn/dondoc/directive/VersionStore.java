package vn.dondoc.directive;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VersionStore {
  // A number still blank ("/TB-UBND") tells no paper from another.
  private static final String MARK_TWIN =
      """
      update directive.document fresh
         set twin_of = (select old.id
                          from directive.document old
                         where old.id <> fresh.id
                           and lower(old.number) = lower(fresh.number)
                           and old.issued_on = fresh.issued_on
                           and database.fold(coalesce(old.issuer, ''))
                               = database.fold(coalesce(fresh.issuer, ''))
                           and old.superseded_at is null
                         order by old.id desc
                         limit 1)
       where fresh.id = :id and fresh.number ~ '^[0-9]'
      returning twin_of
      """;
  // Two papers that bear different numbers are two, whatever they say.
  private static final String MARK_ALIKE =
      """
      with prints as (
        select f.document_id as document, s.print, count(*) as times
          from directive.sentence s join directive.file f on f.id = s.file_id
         where s.print is not null
           and f.document_id in (
               select g.document_id
                 from directive.sentence t join directive.file g on g.id = t.file_id
                where t.print in (
                      select u.print
                        from directive.sentence u join directive.file h on h.id = u.file_id
                       where h.document_id = :id))
         group by f.document_id, s.print),
      bodies as (
        select document, sum(times) as sentences from prints group by document),
      alike as (
        select old.document, sum(least(old.times, mine.times)) as same
          from prints mine join prints old on old.print = mine.print and old.document <> :id
         where mine.document = :id
         group by old.document)
      update directive.document fresh
         set twin_of = (select old.id
                          from alike
                          join bodies theirs on theirs.document = alike.document
                          join bodies mine on mine.document = :id
                          join directive.document old on old.id = alike.document
                         where alike.same >= :share * greatest(theirs.sentences, mine.sentences)
                           and old.superseded_at is null
                           and (old.number ~ '^[0-9]' and fresh.number ~ '^[0-9]'
                                and lower(old.number) <> lower(fresh.number)) is not true
                         order by alike.same desc, old.id desc
                         limit 1)
       where fresh.id = :id
      returning twin_of
      """;

  /** Share of equal sentences from which two texts are taken for one paper. */
  private static final BigDecimal ALIKE = new BigDecimal("0.95");

  private static final String STANDING =
      """
      select same_as, twin_of, version_of, told_apart, superseded_at is not null as superseded,
             (select min(later.id) from directive.document later where later.version_of = d.id)
               as next
        from directive.document d
       where id = :id
      """;
  private static final String IS_VERSION =
      "update directive.document set version_of = twin_of where id = :id";
  private static final String IS_THE_SAME =
      """
      update directive.document set same_as = twin_of, superseded_at = now()
       where id = :id and state = 'reviewing'
      """;
  private static final String SUPERSEDE =
      "update directive.document set superseded_at = now() where id = :id and state = 'reviewing'";
  private static final String TELL_APART =
      "update directive.document set told_apart = :reason where id = :id";

  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a document stands to others with its number and day, or its words.
   *
   * @param sameAs the document it is
   * @param twinOf the document it was found to be like
   * @param versionOf the document it is a new version of
   * @param toldApart why it is another document all the same
   * @param superseded a newer version took its place before its tasks were given
   * @param next the version after it
   */
  record Standing(
      @Nullable Long sameAs,
      @Nullable Long twinOf,
      @Nullable Long versionOf,
      @Nullable String toldApart,
      boolean superseded,
      @Nullable Long next) {
    boolean isUnsettled() {
      return twinOf != null && versionOf == null && sameAs == null && toldApart == null;
    }
  }

  Optional<Long> markTwin(long id) {
    return jdbc.sql(MARK_TWIN)
        .param("id", id)
        .query((row, number) -> row.getObject("twin_of", Long.class))
        .optional();
  }

  /** Finds the document whose words these are, whatever its number. */
  Optional<Long> markAlike(long id) {
    return jdbc.sql(MARK_ALIKE)
        .param("id", id)
        .param("share", ALIKE)
        .query((row, number) -> row.getObject("twin_of", Long.class))
        .optional();
  }

  Standing standing(long id) {
    return jdbc.sql(STANDING).param("id", id).query(Standing.class).single();
  }

  void takeAsVersion(long id) {
    jdbc.sql(IS_VERSION).param("id", id).update();
  }

  void takeAsSame(long id) {
    jdbc.sql(IS_THE_SAME).param("id", id).update();
  }

  void supersede(long id) {
    jdbc.sql(SUPERSEDE).param("id", id).update();
  }

  void tellApart(long id, String reason) {
    jdbc.sql(TELL_APART).param("id", id).param("reason", reason).update();
  }
}
