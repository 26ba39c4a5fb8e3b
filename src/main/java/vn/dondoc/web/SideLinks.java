package vn.dondoc.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;

/** Các lối sang trang liên quan, those the viewer may follow. */
@Component
public final class SideLinks {
  private final List<SideLink> all;

  SideLinks(List<SideLink> all) {
    this.all = all.stream().sorted(Comparator.comparingInt(SideLink::order)).toList();
  }

  public List<SideLink> at(String place) {
    return all.stream()
        .filter(link -> link.place().equals(place))
        .filter(link -> link.right() == null || Acting.current().may(link.right()))
        .toList();
  }
}
