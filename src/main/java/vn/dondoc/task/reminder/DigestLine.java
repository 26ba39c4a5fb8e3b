package vn.dondoc.task.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;

/**
 * Một dòng của thư nhắc: a duty as a letter tells it.
 *
 * @param duty the duty
 * @param task its task
 * @param code mã nhiệm vụ
 * @param action what has to be done
 * @param consequence what the notice says will follow; null when it says nothing
 * @param added the consequence was written when the task was corrected, not by the document
 * @param body who owes it
 * @param head chức danh người đứng đầu; null when the directory does not know it
 * @param part LEAD or COORDINATE
 * @param due its deadline
 */
record DigestLine(
    long duty,
    long task,
    String code,
    String action,
    @Nullable String consequence,
    boolean added,
    String body,
    @Nullable String head,
    Party.Part part,
    LocalDate due) {}
