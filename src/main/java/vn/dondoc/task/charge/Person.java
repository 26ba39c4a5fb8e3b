package vn.dondoc.task.charge;

/**
 * Người của cơ quan.
 *
 * @param accountId the account
 * @param name họ tên
 */
public record Person(long accountId, String name) {}
