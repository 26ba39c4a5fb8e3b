package vn.dondoc.planning.reallocation;

/**
 * Nới một giới hạn: what one more rounding unit of it would bring.
 *
 * @param limit which kind
 * @param subject id of the line, pool, project or owner it belongs to
 * @param unitVnd how much more was tried
 * @param gainVnd by how much the shortfall would fall (rounded down); 0 where it binds but brings
 *     nothing by itself
 */
public record Marginal(Limit limit, long subject, long unitVnd, long gainVnd) {}
