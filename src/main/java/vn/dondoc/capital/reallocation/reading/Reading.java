package vn.dondoc.capital.reallocation.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<Long, List<SlowLine.Hit>> slow =
        reviews.on(job.asOf()).slow().stream()
            .collect(Collectors.toMap(SlowLine::lineId, SlowLine::hits));
    return new Solved(job, scenarios.names(year), slow);
  }

  /** Its sentences in a language. */
  public MoveWords words(Texts texts) {
    return new MoveWords(texts, reviews.rules(scenarios.today()));
  }
}
