package vn.dondoc.planning.reallocation;

import org.jspecify.annotations.Nullable;

/**
 * Quỹ cân đối: source x programme x vintage x tier x loan agreement (x sector where it binds); a
 * ring fence is a pool of its own. Sums of decreases and increases are equal inside it, but for
 * capital returned.
 *
 * @param ringFence why money stays inside: the programme, component, agreement, earmark or tier; a
 *     code of reference data, for explanations
 * @param counted whether its payments and its plan count in the target (a carried vintage does not
 *     count in the rate of the current plan)
 * @param mayReturnVnd hoàn trả: how much may leave the pool unallocated, 0 for none
 * @param payableVnd thu tiền sử dụng đất: what the pool can pay at most (collected and forecast
 *     revenue), null where revenue does not limit it
 * @param unallocatedVnd chưa phân bổ: what the pool holds and may give to lines besides decreases
 * @param authority who decides a move inside the pool; a code of reference data
 * @param leadTimeFits whether a decision of this authority, made by its deadline, leaves the days
 *     needed to pay
 * @param mediumTermAuthority who would decide a change of the medium-term plan; null: nobody can in
 *     time
 */
public record Pool(
    long id,
    String ringFence,
    boolean counted,
    long mayReturnVnd,
    @Nullable Long payableVnd,
    long unallocatedVnd,
    String authority,
    boolean leadTimeFits,
    @Nullable String mediumTermAuthority) {}
