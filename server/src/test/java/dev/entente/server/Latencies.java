package dev.entente.server;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// How long answers took, and what went wrong.
final class Latencies {
  private final List<Double> millis = new ArrayList<>();
  final AtomicInteger errors = new AtomicInteger();

  void add(@Nullable HttpResponse<?> response, long due) {
    add(response == null ? 0 : response.statusCode(), due);
  }

  synchronized void add(int status, long due) {
    millis.add((System.nanoTime() - due) / 1e6);
    if (status != 200 && status != 201) {
      errors.incrementAndGet();
    }
  }

  /// A percentile, in milliseconds.
  double at(int percent) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }
}
