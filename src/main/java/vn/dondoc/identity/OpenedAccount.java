package vn.dondoc.identity;

/**
 * Tài khoản vừa mở.
 *
 * @param id its id
 * @param login tên đăng nhập
 * @param oneTimePassword mật khẩu dùng một lần, shown once
 */
public record OpenedAccount(long id, String login, String oneTimePassword) {}
