package vn.dondoc.task.outbox;

import java.time.LocalDate;

/**
 * Thư cần gửi: one person's letter of one day.
 *
 * @param account whose
 * @param name họ tên người nhận
 * @param address địa chỉ người nhận
 * @param day the province's day it is about
 * @param subject tiêu đề
 * @param body nội dung, plain text
 */
public record Letter(
    long account, String name, String address, LocalDate day, String subject, String body) {}
