package dev.entente.cli.client;

import java.time.Duration;

/// How long to wait before a run that is followed is asked about again. For one thread.
final class Pace {
  /* The end of a run is known soon, measured by how long it took; a long one is not asked often, because
   * the service has better to do, unless it is near its end and goes on. */
  private static final int PART_OF_TIME = 16;
  private static final int PART_OF_REST = 8;
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final long doneAtFirst;
  private long done;
  private Duration waited = Duration.ZERO;
  private Duration untilProgress = Duration.ZERO;

  /// @param postings when the following begins
  Pace(Run.Postings postings) {
    doneAtFirst = done(postings);
    done = doneAtFirst;
  }

  private static long done(Run.Postings postings) {
    return postings.written() + postings.failed();
  }

  /// The next pause, which is taken to be made.
  ///
  /// @param postings as they are now
  Duration next(Run.Postings postings) {
    if (done(postings) != done) {
      done = done(postings);
      untilProgress = waited;
    }
    Duration part = waited.dividedBy(PART_OF_TIME);
    if (done > doneAtFirst) {
      Duration rest = waited.multipliedBy(postings.total() - done).dividedBy(done - doneAtFirst);
      Duration still = waited.minus(untilProgress);
      part = least(part, most(rest.dividedBy(PART_OF_REST), still.dividedBy(PART_OF_TIME)));
    }
    Duration pause = most(SHORTEST, least(part, LONGEST));
    waited = waited.plus(pause);
    return pause;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration most(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
