package dev.entente.server.reasons.work;

import dev.entente.server.reasons.model.ReasonModel;
import java.util.Optional;

/// The model that writes reasons here.
///
/// @param model empty if templates are all there is
public record WritingModel(Optional<ReasonModel> model) implements AutoCloseable {
  /// Ends calls that are under way.
  @Override
  public void close() {
    model.ifPresent(ReasonModel::close);
  }
}
