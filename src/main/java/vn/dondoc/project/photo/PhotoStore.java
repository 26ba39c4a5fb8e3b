package vn.dondoc.project.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.project.entry.Said;

@Repository
class PhotoStore {
  private static final String OF =
      """
      select f.id, f.name, f.size, f.taken_on, f.caption, f.by_name
        from project.photo f
       where f.project_id = :project
         and coalesce((select a.kept from project.photo_put_away a
                        where a.photo_id = f.id order by a.step desc limit 1), true)
       order by f.taken_on desc, f.id desc
       limit :most
      """;
  private static final String BYTES =
      "select coalesce(sum(size), 0) from project.photo where project_id = :project";
  private static final String CONTENT =
      """
      select f.project_id, f.name, f.content
        from project.photo f
       where f.id = :id
         and coalesce((select a.kept from project.photo_put_away a
                        where a.photo_id = f.id order by a.step desc limit 1), true)
      """;
  // The same picture again shows nothing more.
  private static final String ADD =
      """
      insert into project.photo (project_id, name, media_type, size, sha256, taken_on, caption,
                                 content, on_day, by_account, by_name)
      values (:project, :name, :type, :size, :sha256, :taken, :caption, :content, :day, :account, :who)
      on conflict do nothing
      """;
  private static final String PUT_AWAY =
      """
      insert into project.photo_put_away (photo_id, project_id, step, why, on_day, by_account,
                                          by_name)
      select :photo, :project, coalesce(max(a.step), 0) + 1, :why, :day, :account, :who
        from project.photo_put_away a
       where a.photo_id = :photo
      """;
  private static final String BRING_BACK =
      """
      insert into project.photo_put_away (photo_id, project_id, step, kept, on_day, by_account,
                                          by_name)
      select a.photo_id, a.project_id, a.step + 1, true, :day, :account, :who
        from project.photo f
        join lateral (select * from project.photo_put_away x
                       where x.photo_id = f.id order by x.step desc limit 1) a on not a.kept
       where f.project_id = :project and f.sha256 = :sha256
      """;
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  PhotoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A photo with its bytes, and whose it is. */
  record Kept(long project, PhotoFile file) {}

  List<Photo> of(long project) {
    return jdbc.sql(OF)
        .param("project", project)
        .param("most", MOST)
        .query((row, number) ->
            new Photo(
                row.getLong("id"),
                row.getString("name"),
                Math.max(1, row.getInt("size") / 1024),
                row.getObject("taken_on", LocalDate.class),
                row.getString("caption"),
                row.getString("by_name")))
        .list();
  }

  long bytes(long project) {
    return jdbc.sql(BYTES).param("project", project).query(Long.class).single();
  }

  Optional<Kept> find(long id) {
    return jdbc.sql(CONTENT)
        .param("id", id)
        .query((row, number) ->
            new Kept(
                row.getLong("project_id"),
                new PhotoFile(row.getString("name"), row.getBytes("content"))))
        .optional();
  }

  int add(long project, PhotoFile file, Photos.About about, LocalDate day) {
    return Said.on(day, jdbc.sql(ADD))
        .param("project", project)
        .param("name", file.name())
        .param("type", Objects.requireNonNull(file.mediaType()))
        .param("size", file.content().length)
        .param("sha256", sha256(file.content()))
        .param("taken", about.takenOn())
        .param("caption", about.caption(), Types.VARCHAR)
        .param("content", file.content())
        .update();
  }

  /** Brings the same picture back that was put away. */
  int bringBack(long project, PhotoFile file, LocalDate day) {
    return Said.on(day, jdbc.sql(BRING_BACK))
        .param("project", project)
        .param("sha256", sha256(file.content()))
        .update();
  }

  void putAway(long project, long photo, String why, LocalDate day) {
    Said.on(day, jdbc.sql(PUT_AWAY))
        .param("project", project)
        .param("photo", photo)
        .param("why", why)
        .update();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
