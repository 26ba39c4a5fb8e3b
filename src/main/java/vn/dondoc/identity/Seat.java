package vn.dondoc.identity;

import org.jspecify.annotations.Nullable;

/**
 * Vị trí của tài khoản: what it may do and for whom.
 *
 * @param role code of its role
 * @param bodyId the body it belongs to
 * @param placeId the place it is in charge of
 */
public record Seat(String role, @Nullable Integer bodyId, @Nullable Integer placeId) {}
