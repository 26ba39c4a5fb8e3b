package vn.dondoc.task.head;

import java.util.List;

/**
 * The form about one matter.
 *
 * @param matter it
 * @param decides what an authority decided is recorded; else the body explains
 * @param form what was typed before
 * @param problems why it was refused
 */
record MatterView(HeadMatter matter, boolean decides, MatterForm form, List<String> problems) {
  String action() {
    return MatterPage.PATH + matter.dutyId() + (decides ? "/ket-luan" : "/giai-trinh");
  }

  String file() {
    return HeadsPage.PATH + "/" + matter.whose().word();
  }
}
