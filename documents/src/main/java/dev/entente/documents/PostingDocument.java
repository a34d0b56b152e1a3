package dev.entente.documents;

import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.JobPosting;
import java.util.Optional;

/// What the document of a job posting says, as far as ranking and words about it need it.
///
/// @param posting the posting
/// @param companyId whose it is
/// @param names how it writes what it asks for
/// @param weights its own, if it sets any
public record PostingDocument(
    JobPosting posting, String companyId, PostingNames names, Optional<Weights> weights) {
  /// The weights that count: its own, else the default.
  public Weights effectiveWeights() {
    return weights.orElse(Weights.DEFAULT);
  }
}
