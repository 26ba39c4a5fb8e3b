package vn.dondoc.cli.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bản chú giải: what a person says a text holds.
 *
 * @param tasks in the order of the file
 * @param notTasks stretches that look like tasks and are none
 * @param targets goals with a figure, by their words
 */
record Gold(List<Task> tasks, List<Place> notTasks, List<Place> targets) {
  Gold {
    tasks = List.copyOf(tasks);
    notTasks = List.copyOf(notTasks);
    targets = List.copyOf(targets);
  }

  /**
   * Where something begins.
   *
   * @param id for messages
   * @param quote its first words
   * @param lines numbers of its lines, from 1, a hint among equal words; empty when not given
   * @param occurrence which of the equal words, from 1; 0 when not given
   */
  record Place(String id, String quote, List<Integer> lines, int occurrence) {
    Place {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One task.
   *
   * @param leads sets of leads, any of which is right
   * @param coordinates sets of partners, any of which is right
   * @param deadlines deadlines, any of which is right
   * @param op "by" or "before", null when not said
   * @param free finding it or leaving it out is a free choice
   * @param splits a further task within its words is a free choice
   */
  record Task(
      Place place,
      List<List<String>> leads,
      List<List<String>> coordinates,
      List<String> reportTo,
      List<When> deadlines,
      @Nullable String op,
      boolean free,
      boolean splits) {
    Task {
      leads = List.copyOf(leads);
      coordinates = List.copyOf(coordinates);
      reportTo = List.copyOf(reportTo);
      deadlines = List.copyOf(deadlines);
    }
  }

  /**
   * A deadline as it is compared: its form and its value.
   *
   * @param form "none", "date", "recurring", "relative" or "event"
   * @param value "2020-08-31", "month 20", "5 working_day"; "" for none and event
   */
  record When(String form, String value) {
    static final When NONE = new When("none", "");
  }
}
