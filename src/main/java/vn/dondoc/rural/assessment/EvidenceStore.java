package vn.dondoc.rural.assessment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceStore {
  // The same file told again of a month as it was told last proves nothing more.
  private static final String ATTACH =
      """
      insert into rural.evidence (entry_id, unit_id, indicator_id, period, name, media_type, size,
                                  sha256, expires_on, content)
      select :entry, :unit, :indicator, :period::date, :name, :type, :size, :sha256,
             :expires::date, :content
       where not exists (select from (select x.expires_on from rural.evidence x
                                       where x.unit_id = :unit and x.indicator_id = :indicator
                                         and x.sha256 = :sha256 and x.period = :period::date
                                       order by x.id desc limit 1) told
                          where told.expires_on is not distinct from :expires::date)
      """;
  private static final String OF_UNIT =
      """
      select x.id, x.indicator_id, x.period, x.name, x.size, x.expires_on, n.on_day, n.by_name
        from rural.evidence x join rural.entry n on n.id = x.entry_id
       where x.unit_id = :unit
         and not exists (select from rural.evidence y
                          where y.unit_id = x.unit_id and y.indicator_id = x.indicator_id
                            and y.sha256 = x.sha256 and y.id > x.id
                            and y.period is not distinct from x.period)
       order by x.indicator_id, x.id desc
       limit :most
      """;
  private static final int MOST = 2000;

  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void attach(long entry, List<Attachment> files) {
    for (Attachment file : files) {
      LocalDate expires = file.expiresOn();
      jdbc.sql(ATTACH)
          .param("entry", entry)
          .param("unit", file.unitId())
          .param("indicator", file.indicatorId())
          .param("period", file.period().atDay(1).toString())
          .param("name", file.name())
          .param("type", Objects.requireNonNull(file.mediaType()))
          .param("size", file.content().length)
          .param("sha256", sha256(file.content()))
          .param("expires", expires == null ? null : expires.toString())
          .param("content", file.content())
          .update();
    }
  }

  /** The files of a unit, each as it was told last of a month. */
  List<Evidence> ofUnit(int unit) {
    return jdbc.sql(OF_UNIT)
        .param("unit", unit)
        .param("most", MOST)
        .query((row, number) -> evidence(row))
        .list();
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    LocalDate period = row.getObject("period", LocalDate.class);
    return new Evidence(
        row.getLong("id"),
        row.getInt("indicator_id"),
        period == null ? null : YearMonth.from(period),
        row.getString("name"),
        row.getInt("size"),
        row.getObject("expires_on", LocalDate.class),
        row.getObject("on_day", LocalDate.class),
        row.getString("by_name"));
  }

  Optional<Evidence.Content> find(long id) {
    return jdbc.sql("select name, content from rural.evidence where id = :id")
        .param("id", id)
        .query(
            (row, number) -> new Evidence.Content(row.getString("name"), row.getBytes("content")))
        .optional();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
