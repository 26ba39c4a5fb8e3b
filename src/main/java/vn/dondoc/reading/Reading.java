package vn.dondoc.reading;

import java.util.List;

/**
 * Cách hiểu một vế câu: what a clause says about work, if anything.
 *
 * @param shape how the work is laid on the doer
 * @param start first word of the piece that holds the task
 * @param lead doers named
 * @param coordinate those they work with
 * @param action first word of the work; equal to the end when there is none behind the doers
 * @param topicFrom start of a topic in front ("đối với …"), whose dates are not deadlines
 * @param topicTo end of that topic
 * @param conditionFrom first word of "trường hợp …"; -1 when there is none
 * @param conditionTo one past it
 * @param confidence 0 to 1
 */
record Reading(
    Shape shape,
    int start,
    List<Party> lead,
    List<Party> coordinate,
    int action,
    int topicFrom,
    int topicTo,
    int conditionFrom,
    int conditionTo,
    double confidence) {

  /** Shapes of an assignment. */
  enum Shape {
    /** "giao A làm X". */
    ORDERED,
    /** "A làm X". */
    AGENCY,
    /** "X do A chủ trì". */
    CHAIRED,
    /** "yêu cầu làm X". */
    BARE_ORDER,
    /** "làm X". */
    VERB,
    /** "X phải được làm". */
    PASSIVE,
    /** "chịu trách nhiệm, kiểm điểm …". */
    CONSEQUENCE,
    /** None of these. */
    NONE
  }

  /** Work that starts at a word no list of work holds. */
  static Reading work(int from) {
    return new Reading(Shape.VERB, from, List.of(), List.of(), from, from, from, -1, -1, 0.6);
  }

  static Reading none(int at) {
    return new Reading(Shape.NONE, at, List.of(), List.of(), at, at, at, -1, -1, 0);
  }

  Reading at(int newStart, int newTopicFrom, int newTopicTo) {
    return new Reading(
        shape,
        newStart,
        lead,
        coordinate,
        action,
        newTopicFrom,
        newTopicTo,
        conditionFrom,
        conditionTo,
        confidence);
  }

  Reading sure(double confident) {
    return new Reading(
        shape,
        start,
        lead,
        coordinate,
        action,
        topicFrom,
        topicTo,
        conditionFrom,
        conditionTo,
        confident);
  }

  Reading under(int from, int to) {
    return new Reading(
        shape, start, lead, coordinate, action, topicFrom, topicTo, from, to, confidence);
  }

  boolean isTask() {
    return shape != Shape.NONE && shape != Shape.CONSEQUENCE;
  }
}
