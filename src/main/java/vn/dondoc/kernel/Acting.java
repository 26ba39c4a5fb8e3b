package vn.dondoc.kernel;

/**
 * Thao tác thay mặt ai: binds the actor to the running code, so that every transaction begun inside
 * carries that actor's scope. Code outside any binding acts as a visitor and sees no guarded row.
 */
public final class Acting {
  private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

  private Acting() {}

  /** The actor of the running code. */
  public static Actor current() {
    return ACTOR.orElse(Actor.visitor());
  }

  /** Does something as this actor. */
  public static void as(Actor actor, Runnable act) {
    ScopedValue.where(ACTOR, actor).run(act);
  }

  /** Does something as this actor and returns or throws what it does. */
  public static <R, X extends Throwable> R call(
      Actor actor, ScopedValue.CallableOp<? extends R, X> act) throws X {
    return ScopedValue.where(ACTOR, actor).<R, X>call(act);
  }
}
