package dev.entente.server.doctor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// All that was found at once.
///
/// @param version of the program
/// @param at when
/// @param findings in the order of the checks
public record Diagnosis(String version, Instant at, List<Finding> findings) {
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /// The worst of all.
  public State state() {
    return findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.OK);
  }

  /// How many findings have a state.
  long count(State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }
}
