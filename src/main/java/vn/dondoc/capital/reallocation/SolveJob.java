package vn.dondoc.capital.reallocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Proposal;

/**
 * Một lần tính.
 *
 * @param id its number
 * @param scenarioId of which scenario
 * @param step by which rules
 * @param progress how far it has come
 * @param asOf the day it is computed of
 * @param found what went in and what came out
 * @param asker who asked for it, and how far they could see
 * @param claim who works on it; null while nobody does
 * @param problems why it failed
 */
public record SolveJob(
    long id,
    long scenarioId,
    int step,
    Progress progress,
    LocalDate asOf,
    Found found,
    Asker asker,
    @Nullable UUID claim,
    List<Problem> problems) {

  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }

  /**
   * Tiến độ.
   *
   * @param state where it is
   * @param stopAsked somebody wants the best so far
   * @param attempts how often it was begun
   * @param interruptedAt when a server last died over it; null when none did
   * @param reached the phases entered, each with its best value and best bound
   * @param begunAt when it was begun
   * @param endedAt when it ended
   */
  public record Progress(
      State state,
      boolean stopAsked,
      int attempts,
      @Nullable Instant interruptedAt,
      List<Reached> reached,
      @Nullable Instant begunAt,
      @Nullable Instant endedAt) {
    public Progress {
      reached = List.copyOf(reached);
    }
  }

  /** Best value and best bound of a phase. */
  public record Reached(Phase phase, long value, long bound) {}

  /**
   * What it computes with, and the best so far.
   *
   * @param instance null before it was built
   * @param proposal null before any was found
   * @param chanceBefore khả năng đạt mục tiêu as it stands; null while not known
   * @param chanceAfter the same with the proposal
   * @param rateBefore tỷ lệ của mọi dòng vốn as the forecast's page tells it; null while not known
   * @param rateAfter the same with the proposal
   * @param slow the rules each line broke then; null where that was not kept
   */
  public record Found(
      @Nullable Instance instance,
      @Nullable Proposal proposal,
      @Nullable Double chanceBefore,
      @Nullable Double chanceAfter,
      @Nullable Double rateBefore,
      @Nullable Double rateAfter,
      @Nullable Map<Long, List<SlowLine.Hit>> slow) {}

  /** Who asked: the work sees no more than they did. */
  public record Asker(
      long account, String name, boolean whole, List<Integer> bodies, List<Integer> places) {
    Actor actor() {
      return new Actor(account, name, Set.of(), whole, bodies, places);
    }
  }

  public boolean isGoingOn() {
    return progress.state() == State.QUEUED || progress.state() == State.RUNNING;
  }

  public boolean isFailed() {
    return progress.state() == State.FAILED;
  }

  /** Something lawful was found. */
  public boolean hasPlan() {
    Proposal proposal = found.proposal();
    return proposal != null
        && (proposal.outcome() == Proposal.Outcome.REACHED
            || proposal.outcome() == Proposal.Outcome.OUT_OF_REACH);
  }
}
