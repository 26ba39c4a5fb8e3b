package vn.dondoc.capital.reallocation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.planning.reallocation.Marginal;
import vn.dondoc.planning.reallocation.Pin;

/**
 * Đối tượng: what pins and limits are about, by name.
 *
 * @param names words of the year's lines
 * @param pools nhóm vốn of the year
 */
record Subjects(Map<Long, LineName> names, List<Pool> pools) {
  /** Whom a pin is about. */
  String of(Pin.Scope scope, long subject) {
    return switch (scope) {
      case LINE -> found(name -> name.lineId() == subject, name -> name.project().name());
      case PROJECT -> found(name -> name.project().id() == subject, name -> name.project().name());
      case OWNER -> found(name -> name.owner().id() == subject, name -> name.owner().name());
      case POOL -> pool(subject);
      case AREA -> Long.toString(subject);
    };
  }

  private String found(Predicate<LineName> is, Function<LineName, String> words) {
    return names.values().stream().filter(is).findFirst().map(words).orElse("–");
  }

  String pool(long id) {
    return pools.stream().filter(pool -> pool.id() == id).findFirst().map(Pool::name).orElse("–");
  }

  /** Whose limit it is. */
  String of(Marginal marginal) {
    return switch (marginal.limit()) {
      case TOTAL_INVESTMENT, REMAINING_NEED -> of(Pin.Scope.PROJECT, marginal.subject());
      case OWNER_SHARE -> of(Pin.Scope.OWNER, marginal.subject());
      case PAYABLE, POOL_SURPLUS, POOL_ROOM, RETURN_ALLOWANCE, LEAD_TIME, NOT_COUNTED ->
          pool(marginal.subject());
      default -> of(Pin.Scope.LINE, marginal.subject());
    };
  }
}
