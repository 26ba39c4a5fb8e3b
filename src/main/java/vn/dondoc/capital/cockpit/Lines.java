package vn.dondoc.capital.cockpit;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;

/** Các dòng vốn as their list asks them. */
@Component("capitalLines")
@Transactional(readOnly = true)
class Lines {
  private final LineStore store;
  private final CockpitStore names;
  private final Cockpit cockpit;
  private final Questions questions;

  Lines(LineStore store, CockpitStore names, Cockpit cockpit, Questions questions) {
    this.store = store;
    this.names = names;
    this.cockpit = cockpit;
    this.questions = questions;
  }

  LinesView of(Asked asked, Map<String, String> values, Page page, int most) {
    int at = LineSort.words().indexOf(asked.choice(Asked.SORT, LineSort.words()));
    Long after = asked.after();
    CockpitFilter filter = questions.read(asked);
    asked.refuse();
    LineSort sort = LineSort.values()[Math.max(0, at)];
    Regions map = cockpit.regions(filter);
    List<LineStore.Line> found = store.page(filter, sort, map, after, most + 1);
    // A next page is only offered when it has lines.
    if (after != null && found.isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    boolean more = found.size() > most;
    return new LinesView(
        filter,
        values,
        sort,
        more ? found.subList(0, most) : found,
        store.whole(filter, map),
        more,
        questions.naming(filter, page, names.owners(filter.year(), filter.counted()), map),
        questions.definitions());
  }
}
