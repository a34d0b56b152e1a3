package dev.entente.server.reasons.work;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.model.ModelSettings;
import dev.entente.server.reasons.model.ReasonModel;
import java.time.Duration;
import java.util.Optional;

/// The model that writes reasons here.
///
/// @param model empty if templates are all there is
/// @param settings of the model that is set, whether or not it may be called
public record WritingModel(Optional<ReasonModel> model, Optional<ModelSettings> settings)
    implements AutoCloseable {
  /// The model that is set, if it may be called.
  ///
  /// @param patience for a whole call
  public static WritingModel of(Optional<ModelSettings> settings, Duration patience) {
    return new WritingModel(
        settings.filter(ModelSettings::mayCall).map(set -> ReasonModel.of(set, patience)),
        settings);
  }

  /// What whoever runs the service must know of the model's terms; empty if there is nothing to
  /// say.
  Optional<String> caution(ReasonLanguage language) {
    return settings.flatMap(set -> set.caution(language));
  }

  /// Ends calls that are under way.
  @Override
  public void close() {
    model.ifPresent(ReasonModel::close);
  }
}
