package vn.dondoc.cli.read;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.reading.Assignment;
import vn.dondoc.reading.Deadline;
import vn.dondoc.reading.DocumentHead;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Reference;
import vn.dondoc.reading.Target;

/**
 * The JSON of {@code read --json}, which other programs rely on: keys in a fixed order, a key left
 * out when its value is not known, offsets in UTF-16 units of the decoded text.
 */
final class NoticeJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private NoticeJson() {}

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  static String pretty(JsonNode node) {
    return PRETTY.writeValueAsString(node);
  }

  /** What stands for a file that could not be read, or is no official text. */
  static ObjectNode refused(String file, String why) {
    return NODES.objectNode().put("file", file).put("refused", why);
  }

  static ObjectNode of(String file, Notice notice) {
    ObjectNode json = NODES.objectNode().put("file", file);
    json.set("document", document(notice.document()));
    ArrayNode tasks = json.putArray("tasks");
    notice.assignments().forEach(each -> tasks.add(task(each)));
    ArrayNode sentences = json.putArray("sentences");
    notice
        .sentences()
        .forEach(each ->
            sentences
                .addObject()
                .put("start", each.start())
                .put("end", each.end())
                .put("class", word(each.kind())));
    ArrayNode targets = json.putArray("targets");
    notice.targets().forEach(each -> targets.add(target(each)));
    ArrayNode references = json.putArray("references");
    notice.references().forEach(each -> references.add(reference(each)));
    return json;
  }

  private static ObjectNode document(DocumentHead head) {
    ObjectNode json = NODES.objectNode();
    put(json, "kind", head.kind());
    put(json, "number", head.number());
    put(json, "date", head.date());
    put(json, "dateText", head.dateText());
    put(json, "place", head.place());
    put(json, "issuer", head.issuer());
    put(json, "subject", head.subject());
    DocumentHead.Signer signer = head.signer();
    if (signer != null) {
      ObjectNode signed = json.putObject("signer");
      put(signed, "name", signer.name());
      put(signed, "title", signer.title());
      put(signed, "capacity", signer.capacity());
    }
    list(json, "recipients", head.recipients());
    return json;
  }

  private static ObjectNode task(Assignment task) {
    ObjectNode json = NODES.objectNode();
    json.put("id", task.id());
    json.put("start", task.start());
    json.put("end", task.end());
    json.put("quote", task.quote());
    json.put("action", task.action());
    list(json, "lead", task.parties().lead());
    list(json, "leadInferred", task.parties().leadInferred());
    list(json, "coordinate", task.parties().coordinate());
    list(json, "implementer", task.parties().implementer());
    list(json, "reportTo", task.parties().reportTo());
    Deadline deadline = task.deadline();
    json.set("deadline", deadline == null ? NODES.nullNode() : deadline(deadline));
    put(json, "consequence", task.consequence());
    put(json, "condition", task.condition());
    list(json, "path", task.path());
    json.put("confidence", task.confidence());
    return json;
  }

  private static ObjectNode deadline(Deadline deadline) {
    ObjectNode json = NODES.objectNode();
    json.put("kind", word(deadline.kind()));
    put(json, "date", deadline.date());
    put(json, "time", deadline.time() == null ? null : TIME.format(deadline.time()));
    put(json, "op", deadline.op() == null ? null : word(deadline.op()));
    put(json, "every", deadline.every() == null ? null : word(deadline.every()));
    // The contract's day counts in the month; the day of a week stands in the text alone.
    if (deadline.dayTold() != null) {
      json.put("day", deadline.dayTold());
    }
    if (deadline.month() != null) {
      json.put("month", deadline.month());
    }
    if (deadline.within() != null) {
      json.put("within", deadline.within());
    }
    put(json, "unit", deadline.unit());
    put(json, "from", deadline.from());
    json.put("text", deadline.text());
    json.put("yearInferred", deadline.yearInferred());
    return json;
  }

  private static ObjectNode target(Target target) {
    ObjectNode json = NODES.objectNode();
    json.put("text", target.text());
    json.put("start", target.start());
    BigDecimal high = target.high();
    if (high == null) {
      json.set("value", number(target.low()));
    } else {
      json.putArray("value").add(number(target.low())).add(number(high));
    }
    put(json, "unit", target.unit());
    json.put("op", target.op());
    put(json, "by", target.by());
    return json;
  }

  private static ObjectNode reference(Reference reference) {
    ObjectNode json = NODES.objectNode();
    json.put("text", reference.text());
    json.put("start", reference.start());
    put(json, "kind", reference.kind());
    put(json, "number", reference.number());
    put(json, "date", reference.date());
    return json;
  }

  // 13 rather than 13.0 or 1.3E+1, whatever the scale it was read with.
  private static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode json, String key, @Nullable Object value) {
    if (value != null) {
      json.put(key, value.toString());
    }
  }

  private static void list(ObjectNode json, String key, List<String> values) {
    ArrayNode array = json.putArray(key);
    values.forEach(array::add);
  }
}
