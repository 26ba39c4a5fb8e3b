package vn.dondoc.capital.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Phiếu trả lời: what names mean and vouchers hold, as it was filled in. */
final class AnswerForm {
  private static final String NAME = "ten-";
  private static final String OTHER = "ma-";
  private static final String VOUCHER = "chung-tu-";
  private static final String SEVERAL = "nhieu-dong";
  private static final String PAPER = "mot-chung-tu-";
  private static final String LEAVE_OUT = "bo";
  private static final String BY_CODE = "ma";
  private static final String HEADING = "nhom";

  private AnswerForm() {}

  /** Every name somebody chose a meaning for; those left open are not among them. */
  static List<Intakes.Answer> read(Map<String, String> values) {
    List<Intakes.Answer> answers = new ArrayList<>();
    values.forEach((field, value) -> {
      if (!field.matches(NAME + "\\d{1,7}") || value.isBlank()) {
        return;
      }
      String key = field.substring(NAME.length());
      String means =
          switch (value) {
            case LEAVE_OUT -> "";
            case HEADING -> Intakes.Answer.HEADING;
            case BY_CODE -> values.getOrDefault(OTHER + key, "").replace("\0", "").strip();
            default -> value.replace("\0", "").strip();
          };
      boolean open = value.equals(BY_CODE) && means.isEmpty();
      if (!open) {
        answers.add(new Intakes.Answer(Integer.parseInt(key), means));
      }
    });
    return answers;
  }

  /** By first rows of vouchers, whether somebody said they are those that are booked. */
  static Map<Integer, Boolean> papers(Map<String, String> values) {
    Map<Integer, Boolean> papers = new TreeMap<>();
    values.forEach((field, value) -> {
      if (field.matches(PAPER + "\\d{1,7}") && Set.of("mot", "khac").contains(value)) {
        papers.put(Integer.valueOf(field.substring(PAPER.length())), value.equals("mot"));
      }
    });
    return papers;
  }

  /** First rows of vouchers somebody said have several rows. */
  static List<Integer> several(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(field -> field.getKey().matches(VOUCHER + "\\d{1,7}"))
        .filter(field -> field.getValue().equals(SEVERAL))
        .map(field -> Integer.valueOf(field.getKey().substring(VOUCHER.length())))
        .sorted()
        .toList();
  }
}
