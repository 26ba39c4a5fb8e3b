package vn.dondoc.task.outbox;

/** Chưa có đường thư đi: letters stay in the outbox until a server or a folder is named. */
final class NoRoute implements MailRoute {
  @Override
  public void deliver(Posted letter) throws Undelivered {
    throw new Undelivered(
        Undelivered.Cause.NOBODY_THERE, new IllegalStateException("dondoc.mail.host"));
  }

  @Override
  public Place place() {
    return new Place("task.outbox.route.none", "");
  }
}
