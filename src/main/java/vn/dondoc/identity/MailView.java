package vn.dondoc.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;

/**
 * Thư nhắc việc, as a form shows it.
 *
 * @param action where the form is sent
 * @param email as typed
 * @param reminders nhận nhắc việc
 * @param problem what was wrong; null for nothing
 */
record MailView(String action, String email, boolean reminders, @Nullable String problem) {
  private static final int LONGEST = 400;

  static MailView of(String action, Account account) {
    return new MailView(action, account.mail().shown(), account.mail().reminders(), null);
  }

  static MailView sent(String action, Map<String, String> sent) {
    String email = sent.getOrDefault("email", "").replace("\0", "").strip();
    return new MailView(
        action,
        email.substring(0, Math.min(email.length(), LONGEST)),
        sent.containsKey("reminders"),
        null);
  }

  MailView refused(Page page, Refusal refusal) {
    return new MailView(action, email, reminders, page.texts().tell(refusal));
  }
}
