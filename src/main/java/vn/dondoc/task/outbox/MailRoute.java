package vn.dondoc.task.outbox;

/** Đường thư đi: takes a letter out of the house. */
interface MailRoute {
  /**
   * Hands a letter over; returns once it was taken.
   *
   * @throws Undelivered when it was not
   */
  void deliver(Posted letter) throws Undelivered;

  /** Where letters go, as a page says it: message key and the place. */
  Place place();

  /**
   * Nơi thư đi tới.
   *
   * @param key message key
   * @param name of the server or folder
   */
  record Place(String key, String name) {}
}
