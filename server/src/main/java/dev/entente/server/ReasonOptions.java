package dev.entente.server;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.model.ModelSettings;
import dev.entente.server.reasons.model.ReasonModel;
import dev.entente.server.reasons.spending.SpendingSettings;
import dev.entente.server.reasons.wording.ReasonPolicy;
import dev.entente.server.reasons.work.WritingModel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// How reasons are written.
///
/// @param policy in which languages, and by whom
/// @param model that is set, whether or not it may be called
/// @param spending what may be spent on it
record ReasonOptions(
    ReasonPolicy policy, Optional<ModelSettings> model, SpendingSettings spending) {
  /// Reads what is set.
  ///
  /// @param language of the service
  /// @throws IllegalArgumentException that names the setting that is wrong
  static ReasonOptions of(Function<String, Optional<String>> setting, Locale language) {
    Optional<ModelSettings> model = ModelSettings.of(setting);
    Optional<String> writer =
        model
            .filter(ModelSettings::mayCall)
            .map(one -> "%s/%d".formatted(one, ReasonModel.PROMPT_VERSION));
    return new ReasonOptions(
        ReasonPolicy.of(setting, ReasonLanguage.of(language), writer),
        model,
        spending(setting, model));
  }

  private static SpendingSettings spending(
      Function<String, Optional<String>> setting, Optional<ModelSettings> model) {
    SpendingSettings set = SpendingSettings.of(setting);
    if (model.isEmpty()) {
      return set;
    }
    String name = model.get().model();
    SpendingSettings spending =
        model.get().provider() == ModelSettings.Provider.OLLAMA ? set.ofOwnMachine(name) : set;
    spending.requirePrice(name);
    return spending;
  }

  /// Templates in one language.
  static ReasonOptions templates(Locale language) {
    return of(_ -> Optional.empty(), language);
  }

  /// The model, if it may be called.
  WritingModel writing() {
    return WritingModel.of(model, spending.longestCall());
  }
}
