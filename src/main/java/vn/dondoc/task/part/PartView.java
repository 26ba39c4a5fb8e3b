package vn.dondoc.task.part;

import java.util.List;
import vn.dondoc.task.life.Duty;

/**
 * The form, with what was said before.
 *
 * @param duty the helper's
 * @param body its name
 * @param said everything that was said, newest first
 * @param words in the field
 * @param problems why it was refused
 */
record PartView(
    Duty duty, String body, List<PartStore.Said> said, String words, List<String> problems) {
  int step() {
    return said.isEmpty() ? 0 : said.getFirst().step();
  }
}
