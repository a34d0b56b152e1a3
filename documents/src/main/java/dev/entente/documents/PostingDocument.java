package dev.entente.documents;

import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.JobPosting;
import java.util.Optional;

/// What the document of a job posting says, as far as ranking needs it.
///
/// @param posting the posting
/// @param weights its own, if it sets any
public record PostingDocument(JobPosting posting, Optional<Weights> weights) {
  /// The weights that count: its own, else the default.
  public Weights effectiveWeights() {
    return weights.orElse(Weights.DEFAULT);
  }
}
