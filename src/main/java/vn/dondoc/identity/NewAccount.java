package vn.dondoc.identity;

import org.jspecify.annotations.Nullable;

/**
 * Tài khoản cần mở.
 *
 * @param login tên đăng nhập
 * @param name họ tên hoặc tên đơn vị
 * @param role code of its role
 * @param bodyId the body it belongs to
 * @param placeId the place it is in charge of
 */
public record NewAccount(
    String login, String name, String role, @Nullable Integer bodyId, @Nullable Integer placeId) {}
