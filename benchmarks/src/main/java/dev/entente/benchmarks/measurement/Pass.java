package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.peers.Peer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Postings that one peer ranked one after the other, on all threads.
///
/// @param postings how many were ranked until the time was over
/// @param nanos from the first to the end of the last
record Pass(int postings, long nanos) {
  /// Threads share the postings.
  static Pass of(Peer peer, List<Peer.Posting> postings, int threads, Duration longest)
      throws InterruptedException {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    Callable<Integer> work = () -> rank(peer, postings, next, start + longest.toNanos());
    int ranked = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(pool.submit(work));
      }
      for (Future<Integer> count : counts) {
        ranked += count.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(peer.name() + " failed", e);
    }
    return new Pass(ranked, System.nanoTime() - start);
  }

  private static int rank(Peer peer, List<Peer.Posting> postings, AtomicInteger next, long end)
      throws IOException, SQLException {
    int ranked = 0;
    while (System.nanoTime() < end) {
      int i = next.getAndIncrement();
      if (i >= postings.size()) {
        break;
      }
      peer.rank(postings.get(i));
      ranked++;
    }
    return ranked;
  }

  double millisOfPosting() {
    return nanos / 1e6 / postings;
  }
}
