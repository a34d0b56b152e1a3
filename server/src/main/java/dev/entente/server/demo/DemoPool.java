package dev.entente.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Invented candidates and job postings, always the same for one seed and one instant. Immutable.
public final class DemoPool {
  private static final int CANDIDATES = 1_500;

  private final List<String> candidates;
  private final List<String> postings;

  private DemoPool(List<String> candidates, List<String> postings) {
    this.candidates = List.copyOf(candidates);
    this.postings = List.copyOf(postings);
  }

  /// Invents a pool.
  ///
  /// @param seed another one gives other people; the postings stay
  /// @param asOf everything people have done lies before it, by the day for results and by the
  ///   month for experiences
  public static DemoPool of(long seed, Instant asOf) {
    Library library = Library.load();
    var random = new SplittableRandom(seed);
    var population = new Population(library);
    List<Supplier<String>> candidates = new ArrayList<>();
    for (int number = 1; number <= CANDIDATES; number++) {
      var draw = new Draw(random.split());
      Persona persona = population.next(id(number), draw);
      candidates.add(() -> Profile.of(persona, draw, library.common(), asOf).toString());
    }
    List<String> documents = candidates.parallelStream().map(Supplier::get).toList();
    return new DemoPool(documents, Library.postings());
  }

  private static String id(int number) {
    return "c-" + Integer.toString(10_000 + number).substring(1);
  }

  /// The candidates, one JSON document each.
  public List<String> candidates() {
    return candidates;
  }

  /// The job postings, one JSON document each, all active; the same for every seed and instant.
  public List<String> postings() {
    return postings;
  }
}
