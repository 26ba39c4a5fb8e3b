package vn.dondoc.identity;

import org.jspecify.annotations.Nullable;

/**
 * Tài khoản.
 *
 * @param id its id
 * @param login tên đăng nhập
 * @param name họ tên
 * @param roles names of its roles, in Vietnamese
 * @param disabled it cannot sign in
 * @param mustChange it has to change its password first
 * @param bodyId the body it belongs to
 */
public record Account(
    long id,
    String login,
    String name,
    String roles,
    boolean disabled,
    boolean mustChange,
    @Nullable Integer bodyId) {}
