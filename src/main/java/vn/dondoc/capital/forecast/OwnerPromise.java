package vn.dondoc.capital.forecast;

/**
 * Lời hứa của một chủ đầu tư bên cạnh dự báo.
 *
 * @param owner chủ đầu tư
 * @param month 1 to 13, at whose end
 * @param promised cumulative over the lines it promised for, đồng
 * @param expected by the forecast, of the same lines
 * @param reliability of each đồng promised before what came, drawn towards that of all owners
 * @param kept promises this was learned from
 * @param corrected what the promise is worth by that
 */
public record OwnerPromise(
    int owner,
    int month,
    long promised,
    long expected,
    double reliability,
    int kept,
    long corrected) {}
