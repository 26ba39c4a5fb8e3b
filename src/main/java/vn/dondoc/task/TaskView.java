package vn.dondoc.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.task.charge.InCharge;
import vn.dondoc.task.head.HeadMatter;
import vn.dondoc.task.life.TaskLife;

/**
 * One task with everything around it.
 *
 * @param line the task with names and deadline in words
 * @param reportTo who receives the result
 * @param implementers whom the lead directs
 * @param history every version, newest first
 * @param life what every body owes, and what was recorded about it
 * @param uncertain deadlines counted into a year whose days off are not entered
 * @param charge who within the body of the duty shown is in charge; null when not to be seen
 * @param matters what of it stands in the files of heads
 * @param offshoots what other modules made of it
 * @param origin what made it, where that is no document; null for a document
 * @param consequenceAdded its consequence was written by a correction, not by the document
 * @param choices bodies to choose from when correcting it
 */
record TaskView(
    TaskLine line,
    List<String> reportTo,
    List<String> implementers,
    List<Recorded> history,
    TaskLife life,
    List<LocalDate> uncertain,
    @Nullable InCharge charge,
    List<HeadMatter> matters,
    List<TaskOffshoots.Offshoot> offshoots,
    TaskOrigins.@Nullable Origin origin,
    boolean consequenceAdded,
    List<Body> choices) {

  Task task() {
    return line.task();
  }

  /** It came of a document, in whose text it can be read. */
  boolean isOfDocument() {
    return task().content().source().kind().equals(SourceReference.DOCUMENT);
  }

  boolean isLead(Body body) {
    return task().withPart(Party.Part.LEAD).stream().anyMatch(p -> p.bodyId() == body.id());
  }

  boolean helps(Body body) {
    return task().withPart(Party.Part.COORDINATE).stream().anyMatch(p -> p.bodyId() == body.id());
  }
}
