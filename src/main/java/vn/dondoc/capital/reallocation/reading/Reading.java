package vn.dondoc.capital.reallocation.reading;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.reallocation.Scenarios;
import vn.dondoc.capital.reallocation.SolveJob;
import vn.dondoc.capital.review.Reviews;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.web.Texts;

/** Đọc phương án: puts what was solved beside the words of its lines and the rules they break. */
@Component
public class Reading {
  private final Scenarios scenarios;
  private final Reviews reviews;

  Reading(Scenarios scenarios, Reviews reviews) {
    this.scenarios = scenarios;
    this.reviews = reviews;
  }

  /** One time of solving, of a year. */
  public Solved of(int year, SolveJob job) {
    // As they were when it was solved: payments and plans entered since are not in it either.
    Map<Long, List<SlowLine.Hit>> slow = job.found().slow();
    return new Solved(
        job, scenarios.names(year), slow == null ? reviews.on(job.asOf()).hits() : slow);
  }

  /** Sentences in a language, with the rules of slowness that count today. */
  public MoveWords words(Texts texts) {
    return new MoveWords(texts, reviews.rules(scenarios.today()));
  }

  /** Sentences about what was solved, with the rules that counted on its day. */
  public MoveWords words(Texts texts, SolveJob job) {
    return new MoveWords(texts, reviews.rules(job.asOf()));
  }
}
