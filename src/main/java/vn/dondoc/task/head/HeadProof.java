package vn.dondoc.task.head;

/**
 * Căn cứ với người đứng đầu của ngày đó.
 *
 * @param whose whose file it stands in
 * @param line what is told
 */
record HeadProof(HeadMatter.Whose whose, HeadEvidence.Line line) {
  boolean isOf(HeadKey key) {
    return whose.word().equals(key.word());
  }
}
