package vn.dondoc.capital.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.agency.Bodies;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posted;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Label;

/**
 * Thao tác tay trên dòng vốn: what a person moves, adjusts or corrects, tried first so that it can
 * be seen before it is confirmed, then booked through the ledger's door.
 */
@Component
class LineActs {
  static final String PLAN = "capital.plan";
  static final String PAY = "capital.pay";

  /** Lines of a pool a field offers. */
  static final int OFFERED = 500;

  private static final int NAMED = 5;

  private final LineActStore store;
  private final Ledger ledger;
  private final LinePosting posting;
  private final Cuts cuts;
  private final MoveObjections objections;
  private final Bodies bodies;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final TransactionTemplate whole;

  LineActs(
      LineActStore store,
      Ledger ledger,
      LinePosting posting,
      Cuts cuts,
      MoveObjections objections,
      Bodies bodies,
      AuditTrail audit,
      ProvinceDay day,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.ledger = ledger;
    this.posting = posting;
    this.cuts = cuts;
    this.objections = objections;
    this.bodies = bodies;
    this.audit = audit;
    this.day = day;
    this.whole = new TransactionTemplate(transactions);
  }

  /** Other lines of this line's pool. */
  List<LineActStore.Candidate> offered(long line) {
    return within(() -> store.inPool(line, "", day.today(), OFFERED));
  }

  /** What a Treasury's file calls its sender: the body the actor speaks for; empty for none. */
  String issuer() {
    return bodies.find(Acting.current().own()).stream()
        .findFirst()
        .map(LinePosting::issuer)
        .orElse("");
  }

  /**
   * An entry of a line.
   *
   * @throws Refusal when the line has none of that number
   */
  BookedEntry entry(long line, long entry) {
    return within(() -> store.entry(line, entry))
        .orElseThrow(
            () -> Refusal.of(LineRefusal.NO_ENTRY, Long.toString(entry), Long.toString(entry)));
  }

  /**
   * Who receives what a line gives: a line by its number, a project by code or name, which gets its
   * line in the pool opened when it has none.
   *
   * @throws Refusal when nobody is meant, or several are
   */
  LineAct.Receiver receiver(long giver, String words) {
    LocalDate today = day.today();
    String number = words.replaceFirst("^#?(\\d{1,9})( ·.*)?$", "$1");
    if (words.startsWith("#") && number.matches("\\d{1,9}")) {
      return numbered(giver, Long.parseLong(number), words);
    }
    List<LineActStore.Candidate> found =
        words.isEmpty() ? List.of() : within(() -> store.inPool(giver, words, today, NAMED + 1));
    if (found.size() == 1) {
      return found.getFirst().receiver();
    }
    if (found.size() > 1) {
      throw Refusal.of(
          LineRefusal.SEVERAL_RECEIVERS,
          LineActForm.RECEIVER,
          words,
          found.stream()
              .limit(NAMED)
              .map(one -> "#" + one.receiver().lineId() + " " + one.receiver().name())
              .collect(Collectors.joining("; ")));
    }
    List<LineAct.Receiver> projects =
        words.isEmpty() ? List.of() : within(() -> store.projects(words, today));
    if (projects.size() != 1) {
      throw Refusal.of(LineRefusal.NO_RECEIVER, LineActForm.RECEIVER, words);
    }
    return projects.getFirst();
  }

  private LineAct.Receiver numbered(long giver, long line, String words) {
    LineActStore.Candidate found =
        within(() -> store.byNumber(giver, line, day.today()))
            .orElseThrow(() -> Refusal.of(LineRefusal.NO_RECEIVER, LineActForm.RECEIVER, words));
    if (line == giver) {
      throw Refusal.of(LineRefusal.SAME_LINE, LineActForm.RECEIVER, found.receiver().name());
    }
    if (found.otherVintage()) {
      throw Refusal.of(
          LineRefusal.OTHER_VINTAGE,
          LineActForm.RECEIVER,
          found.receiver().name(),
          found.pool(),
          new Label(Vintage.of(found.vintage()).key()),
          Integer.toString(found.year()));
    }
    if (!found.pool().equals(found.ownPool())) {
      throw Refusal.of(
          LineRefusal.OTHER_POOL,
          LineActForm.RECEIVER,
          found.receiver().name(),
          found.pool(),
          found.ownPool());
    }
    return found.receiver();
  }

  /**
   * What an act would come to; nothing is booked.
   *
   * @throws Refusal with everything the ledger has against it
   */
  LineChange preview(LineAct act) {
    return within(() -> {
      Done done = done(act, null);
      requireNew(done);
      return done.change();
    });
  }

  /** This very sending came before and is booked: a button pressed twice. */
  boolean isBooked(UUID sending) {
    return within(() -> ledger.isBooked(sending));
  }

  /**
   * Books an act as it was seen; the same sending again is not booked again.
   *
   * @param sending key of this sending
   * @param seen what the person saw before confirming
   * @throws Refusal with everything the ledger has against it, when its document is booked already,
   *     or when it would come to something else than was seen
   */
  void book(LineAct act, UUID sending, String seen) {
    whole.executeWithoutResult(status -> {
      Done done = done(act, sending);
      if (done.posted().entries() == 0 && ledger.isBooked(sending)) {
        return;
      }
      requireNew(done);
      if (!done.change().seen().equals(seen)) {
        throw Refusal.of(LineRefusal.CHANGED, "");
      }
      record(act, done);
    });
  }

  private record Done(Voucher.Paper paper, Posted posted, LineChange change) {}

  /** The ledger passes over a voucher that says what it said before; a person is told so. */
  private void requireNew(Done done) {
    if (done.posted().repeated() > 0) {
      throw Refusal.of(
          LineRefusal.ALREADY_BOOKED,
          LineActForm.DOCUMENT,
          done.paper().number(),
          done.paper().issuer(),
          ledger.bookedOn(done.paper()));
    }
  }

  /** In a transaction of its own that is taken back. */
  private <T> T within(Supplier<T> act) {
    return Objects.requireNonNull(
        whole.execute(status -> {
          status.setRollbackOnly();
          return act.get();
        }));
  }

  private Done done(LineAct act, @Nullable UUID sending) {
    List<Long> lines = new ArrayList<>(List.of(act.lineId()));
    Map<Long, String> names = new TreeMap<>();
    if (act instanceof LineAct.Moving moving && moving.receiver().lineId() != null) {
      lines.add(moving.receiver().lineId());
    }
    Map<Long, Balance> before = balances(lines);
    Balance own = own(before, act);
    List<Problem> objected = unheard(act);
    LinePosting.Booked booked;
    try {
      long receiver = act instanceof LineAct.Moving moving ? opened(moving, own, lines) : 0;
      if (act instanceof LineAct.Moving moving) {
        names.put(receiver, moving.receiver().name());
        objected.addAll(objections.of(moving, own, receiver));
      }
      if (act instanceof LineAct.Adjusting adjusting) {
        objected.addAll(objections.of(adjusting, own));
      }
      booked = posting.book(act, own, receiver, Posting.ofPage(sending, act.reason()));
    } catch (Refusal refusal) {
      objected.addAll(refusal.problems());
      throw objected.size() > refusal.problems().size()
          ? Refusal.of(LineRefusal.ACT, objected)
          : refusal;
    }
    if (!objected.isEmpty() && booked.posted().entries() > 0) {
      throw Refusal.of(LineRefusal.ACT, objected);
    }
    return new Done(booked.paper(), booked.posted(), change(lines, names, before));
  }

  private LineChange change(List<Long> lines, Map<Long, String> names, Map<Long, Balance> before) {
    Map<Long, Balance> after = balances(lines);
    List<LineChange.One> all = new ArrayList<>();
    for (long line : lines) {
      Balance then = Objects.requireNonNull(after.get(line));
      all.add(
          new LineChange.One(
              then.projectId(),
              names.getOrDefault(line, ""),
              stand(before.get(line)),
              stand(then)));
    }
    return new LineChange(all);
  }

  /** Money does not leave a slow line by hand before its owner is heard, whatever it is called. */
  private List<Problem> unheard(LineAct act) {
    return new ArrayList<>(
        switch (act) {
          case LineAct.Moving moving -> cuts.objections(act.lineId(), moving.ground(), "ground");
          case LineAct.Adjusting adjusting ->
              adjusting.lowersPlan()
                  ? cuts.objections(act.lineId(), null, "direction")
                  : List.<Problem>of();
          case LineAct.Correcting correcting -> List.<Problem>of();
          case LineAct.Paying paying -> List.<Problem>of();
        });
  }

  private static Balance own(Map<Long, Balance> before, LineAct act) {
    Balance own = before.get(act.lineId());
    if (own == null) {
      throw Refusal.of(
          LineRefusal.NO_LINE, Long.toString(act.lineId()), Long.toString(act.lineId()));
    }
    return own;
  }

  /** The line that receives, opened when the project has none in the pool. */
  private long opened(LineAct.Moving moving, Balance own, List<Long> lines) {
    Long known = moving.receiver().lineId();
    if (known != null) {
      return known;
    }
    long opened = ledger.line(moving.receiver().projectId(), own.poolId());
    lines.add(opened);
    return opened;
  }

  private Map<Long, Balance> balances(List<Long> lines) {
    return ledger.balances(lines).stream()
        .collect(Collectors.toMap(Balance::lineId, Function.identity()));
  }

  private static LineChange.Stand stand(@Nullable Balance balance) {
    return balance == null
        ? LineChange.Stand.NONE
        : new LineChange.Stand(
            balance.plan(), balance.entered(), balance.outstanding(), balance.volume());
  }

  private void record(LineAct act, Done done) {
    String verb =
        switch (act) {
          case LineAct.Moving moving -> "capital.move_plan";
          case LineAct.Adjusting adjusting -> "capital.adjust_line";
          case LineAct.Correcting correcting -> "capital.correct_entry";
          case LineAct.Paying paying -> "capital.pay_line";
        };
    Map<String, Object> before = new TreeMap<>();
    Map<String, Object> after = new TreeMap<>();
    for (LineChange.One one : done.change().lines()) {
      String place = "project " + one.projectId();
      before.put(place, told(one.before()));
      after.put(place, told(one.after()));
    }
    after.put("document", act.paper().words());
    after.put("posting", done.posted().posting());
    audit.record(
        new Act(verb, "capital.line", Long.toString(act.lineId()), act.reason(), before, after));
  }

  private static Map<String, Long> told(LineChange.Stand stand) {
    return new TreeMap<>(
        Map.of(
            "plan", stand.plan(),
            "entered", stand.entered(),
            "disbursed", stand.disbursed(),
            "outstanding", stand.outstanding(),
            "volume", stand.volume()));
  }
}
