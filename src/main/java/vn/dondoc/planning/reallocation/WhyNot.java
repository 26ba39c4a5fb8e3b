package vn.dondoc.planning.reallocation;

/**
 * Vì sao một dòng không thay đổi: the binding limit of each side and by how much.
 *
 * @param line which
 * @param cut why it gives nothing
 * @param cutByVnd what is missing on that side: for {@link Limit#SMALLEST_MOVE} the sum that could
 *     move, for {@link Limit#NOTHING_LAPSES} what it could use beyond its plan, for {@link
 *     Limit#PAID_FLOOR} how far the floor reaches above what would lapse
 * @param raise why it takes nothing
 * @param raiseByVnd how far it is beyond that limit, or the room it would have for {@link
 *     Limit#NOT_NEEDED}, {@link Limit#POOL_SURPLUS} and {@link Limit#SMALLEST_MOVE}
 */
public record WhyNot(long line, Limit cut, long cutByVnd, Limit raise, long raiseByVnd) {}
