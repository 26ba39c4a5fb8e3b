package vn.dondoc.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.place.Places;

/** What the screens of the directory read, each in one transaction. */
@Component
@Transactional(readOnly = true)
class BodyFile {
  static final int PAGE_SIZE = 50;
  static final int SHEET_SIZE = 20_000;

  private final ListStore list;
  private final BodyStore store;
  private final Places places;

  BodyFile(ListStore list, BodyStore store, Places places) {
    this.list = list;
    this.store = store;
    this.places = places;
  }

  ListView page(ListFilter filter) {
    List<ListedBody> rows = list.list(filter, PAGE_SIZE + 1);
    boolean more = rows.size() > PAGE_SIZE;
    List<ListedBody> shown = more ? rows.subList(0, PAGE_SIZE) : rows;
    return new ListView(
        filter, shown, list.count(filter), more ? shown.getLast().body().id() : null);
  }

  List<ListedBody> all(ListFilter filter) {
    return list.list(filter, SHEET_SIZE);
  }

  @Nullable BodyView view(int id, LocalDate day) {
    Body body = store.find(id, day).orElse(null);
    if (body == null) {
      return null;
    }
    Integer place = body.placeId();
    Integer parent = body.parentId();
    return new BodyView(
        body,
        day,
        list.names(id),
        list.posts(id),
        store.groupsOf(List.of(id), day),
        store.members(id, day),
        store.successors(id),
        place == null ? null : places.find(place, day).orElse(null),
        parent == null ? null : store.find(parent, day).orElse(null));
  }
}
