package vn.dondoc.capital.intake.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Notation;
import vn.dondoc.capital.intake.cell.Unit;

/** Đề xuất ghép cột: what the titles of a table seem to say; a person confirms it. */
public final class Proposal {
  private Proposal() {}

  /** Takes each column for what its titles say; what is said twice is taken once. */
  public static Mapping of(
      Content content, Head head, ColumnWords words, Known known, Notation notation) {
    List<Mapping.Column> columns = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (int at = 1; at <= head.titles().size(); at++) {
      String title = head.title(at);
      Optional<Role> role =
          title.isEmpty()
              ? Optional.empty()
              : words.role(content, title).filter(one -> one.isOf(content));
      if (role.isPresent()) {
        boolean money = role.get().isAmount();
        String pool = money ? pool(title, known) : null;
        if (met.add(role.get() + " " + pool)) {
          Unit own = money ? Unit.bracketed(title).orElse(null) : null;
          columns.add(
              new Mapping.Column(at, title, role.get(), pool, own == head.unit() ? null : own));
        }
      }
    }
    return new Mapping(
        head.tab(), head.from(), head.to(), head.unit(), notation, null, columns, head.titles());
  }

  private static @Nullable String pool(String title, Known known) {
    for (String part : List.of(title.split(" / ")).reversed()) {
      String pool = known.pool(part);
      if (pool != null) {
        return pool;
      }
    }
    return null;
  }
}
