package vn.dondoc.directive.circulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.directive.circulation.CirculationStore.Missing;
import vn.dondoc.web.ListAddress;

/**
 * Trang nơi nhận của một văn bản.
 *
 * @param paper the document
 * @param filter what was asked
 * @param address the same as the address says it
 * @param lines those of this page
 * @param figures of the whole question, whichever state is listed
 * @param next key of the next page
 * @param addressees the recipients the document names
 * @param missing bodies that have work of it and were not sent it
 * @param coverage how far it was passed on
 * @param own how it stands with the bodies the viewer speaks for
 * @param below whom each of those may pass it on to, by id
 * @param unsent its recipients are named and nobody has sent it
 * @param withdrawable whom the viewer may take it back from
 * @param directory names to choose from; empty without a choice
 */
record ReceiptView(
    AddresseeStore.Paper paper,
    ReceiptFilter filter,
    ListAddress address,
    List<ReceiptLine> lines,
    ReceiptFigures figures,
    @Nullable Long next,
    List<Addressee> addressees,
    List<Missing> missing,
    List<Coverage> coverage,
    List<OwnReceipt> own,
    Map<Integer, List<Below>> below,
    boolean unsent,
    List<ReceiptLine> withdrawable,
    List<Body> directory) {

  List<Addressee> open() {
    return addressees.stream().filter(one -> !one.settled()).toList();
  }

  /** How many lines the filter finds, on every page together. */
  int shown() {
    ReceiptFilter.State state = filter.state();
    if (filter.late()) {
      return figures.late();
    }
    return state == null ? figures.total() : figures.of(state);
  }

  boolean isEverything() {
    return filter.state() == null && !filter.late();
  }

  /** Only those in a state; null for all. */
  String chip(ReceiptFilter.@Nullable State state) {
    return new ListAddress(address.path(), without())
        .with(ReceiptFilter.STATE, state == null ? "" : state.word());
  }

  String lateChip() {
    return new ListAddress(address.path(), without()).with(ReceiptFilter.LATE, "co");
  }

  private Map<String, String> without() {
    Map<String, String> asked = new java.util.LinkedHashMap<>(address.asked());
    asked.remove(ReceiptFilter.STATE);
    asked.remove(ReceiptFilter.LATE);
    return asked;
  }

  String asked(String name) {
    return address.asked().getOrDefault(name, "");
  }

  /** Name of the body the list is narrowed to; empty when it is not. */
  String via() {
    Integer via = filter.via();
    return via == null
        ? ""
        : coverage.stream()
            .filter(one -> one.bodyId() == via)
            .map(Coverage::name)
            .findFirst()
            .orElse(via.toString());
  }

  /** Bodies that have acknowledged and have somebody below to pass the document on to. */
  List<OwnReceipt> senders() {
    return own.stream()
        .filter(one -> !below.getOrDefault(one.bodyId(), List.of()).isEmpty())
        .toList();
  }

  List<Below> below(OwnReceipt own) {
    return below.getOrDefault(own.bodyId(), List.of());
  }
}
