package vn.dondoc.task.life;

/** Cách hiện: the words, the icon and the tag of states, timings and deeds. */
final class Look {
  private Look() {}

  static String key(State state) {
    return "task.state." + DutyStore.code(state);
  }

  static String key(Timing timing) {
    return "task.timing." + DutyStore.code(timing);
  }

  static String key(FactKind deed) {
    return "task.deed." + deed.code();
  }

  static String tag(Timing timing) {
    return switch (timing) {
      case DONE_IN_TIME, DONE_UNDATED -> "tag tag-ok";
      case DONE_LATE, DUE_SOON -> "tag tag-due";
      case REPORTED_IN_TIME, REPORTED_LATE -> "tag tag-rev";
      case OVERDUE -> "tag tag-bad";
      case IN_TIME -> "tag tag-info";
      case UNDATED, NOT_COUNTED -> "tag tag-nil";
    };
  }

  static String icon(Timing timing) {
    return switch (timing) {
      case DONE_IN_TIME, DONE_UNDATED, DONE_LATE -> "check-circle-fill";
      case REPORTED_IN_TIME, REPORTED_LATE, DUE_SOON -> "hourglass-split";
      case OVERDUE -> "exclamation-triangle-fill";
      case IN_TIME -> "play-fill";
      case UNDATED, NOT_COUNTED -> "dash";
    };
  }

  static String icon(FactKind deed) {
    return switch (deed) {
      case RECEIVE, ACCEPT_HAND -> "inbox";
      case PROGRESS -> "chat-left-text";
      case REPORT, CONFIRM -> "check2-circle";
      case HAND_BACK, RETURN -> "arrow-return-left";
      case REFUSE_HAND, WITHDRAW -> "slash-circle";
      case ASK_EXTENSION -> "calendar-plus";
      case GRANT_EXTENSION, SET_DATE -> "calendar-check";
      case REFUSE_EXTENSION -> "calendar-x";
      case EVENT -> "flag";
      case CANCEL -> "x-circle";
    };
  }

  /** Kilobytes or megabytes, as people say them. */
  static String size(int bytes) {
    int kilobytes = Math.max(1, bytes / 1024);
    return kilobytes < 1024 ? kilobytes + " KB" : kilobytes / 1024 + " MB";
  }
}
