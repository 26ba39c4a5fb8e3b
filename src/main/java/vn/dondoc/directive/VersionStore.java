package vn.dondoc.directive;

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
  private static final String STANDING =
      """
      select twin_of, version_of, told_apart, superseded_at is not null as superseded,
             (select min(later.id) from directive.document later where later.version_of = d.id)
               as next
        from directive.document d
       where id = :id
      """;
  private static final String IS_VERSION =
      "update directive.document set version_of = twin_of where id = :id";
  private static final String SUPERSEDE =
      "update directive.document set superseded_at = now() where id = :id and state = 'reviewing'";
  private static final String TELL_APART =
      "update directive.document set told_apart = :reason where id = :id";

  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a document stands to others with its number and day.
   *
   * @param twinOf the document it was found to be like
   * @param versionOf the document it is a new version of
   * @param toldApart why it is another document all the same
   * @param superseded a newer version took its place before its tasks were given
   * @param next the version after it
   */
  record Standing(
      @Nullable Long twinOf,
      @Nullable Long versionOf,
      @Nullable String toldApart,
      boolean superseded,
      @Nullable Long next) {
    boolean isUnsettled() {
      return twinOf != null && versionOf == null && toldApart == null;
    }
  }

  Optional<Long> markTwin(long id) {
    return jdbc.sql(MARK_TWIN)
        .param("id", id)
        .query((row, number) -> row.getObject("twin_of", Long.class))
        .optional();
  }

  Standing standing(long id) {
    return jdbc.sql(STANDING).param("id", id).query(Standing.class).single();
  }

  void takeAsVersion(long id) {
    jdbc.sql(IS_VERSION).param("id", id).update();
  }

  void supersede(long id) {
    jdbc.sql(SUPERSEDE).param("id", id).update();
  }

  void tellApart(long id, String reason) {
    jdbc.sql(TELL_APART).param("id", id).param("reason", reason).update();
  }
}
