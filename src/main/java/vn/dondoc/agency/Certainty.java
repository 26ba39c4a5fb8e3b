package vn.dondoc.agency;

/** Mức chắc chắn khi nhận ra tên một cơ quan. */
public enum Certainty {
  /** The official name of exactly one body. */
  EXACT,
  /** Another name, an abbreviation, or a post of exactly one body. */
  ALIAS,
  /** The name of a group; its members are asked for by {@link Bodies#members}. */
  GROUP,
  /** Not sure: the bodies are suggestions, nearest first, and a person chooses. */
  SIMILAR,
  /** No body; words such as "các cơ quan liên quan" always end here. */
  UNKNOWN
}
