package dev.entente.server.demo;

import dev.entente.server.demo.Library.Trade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is true of an invented person, whatever their profile tells of it.
///
/// @param speaks languages, BCP 47, the profile's first
/// @param months worked until the run, breaks left out; 0 for a newcomer
/// @param ability mean 0, deviation 1: what tests and quizzes measure
/// @param care mean 0, deviation 1: how much is written into the profile
record Persona(
    String id,
    Language language,
    boolean isWoman,
    String firstName,
    String lastName,
    String city,
    List<String> speaks,
    int months,
    double ability,
    double care,
    Practice main,
    Optional<Practice> earlier) {

  /// A trade as one person has it.
  ///
  /// @param domain the name this person gives it
  /// @param skills names this person gives them, by key
  record Practice(Trade trade, String domain, Map<String, String> skills) {
    /// Tells whether the person has all skills of some keys.
    boolean covers(List<String> keys) {
      return skills.keySet().containsAll(keys);
    }

    List<String> names(List<String> keys) {
      return keys.stream().map(skills::get).flatMap(Stream::ofNullable).toList();
    }
  }

  List<Practice> practices() {
    return Stream.concat(Stream.of(main), earlier.stream()).toList();
  }

  int years() {
    return months / 12;
  }

  boolean isNewcomer() {
    return months == 0;
  }
}
