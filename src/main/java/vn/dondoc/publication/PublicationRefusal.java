package vn.dondoc.publication;

import vn.dondoc.kernel.Refusal;

/** Why a public page is not shown. */
enum PublicationRefusal implements Refusal.Code {
  UNKNOWN_FIGURE("publication.refusal.unknown_figure");

  private final String key;

  PublicationRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN_FIGURE;
  }
}
