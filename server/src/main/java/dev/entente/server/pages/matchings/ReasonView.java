package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.ReasonSource;
import dev.entente.server.reasons.template.TemplateReasons;
import java.util.Objects;
import java.util.Optional;

/// The reason of a matching and who wrote it.
///
/// @param text two or three sentences
/// @param language of the text, for its `lang`; the page's may be another
/// @param isByModel whether a model wrote it, which people may flag
/// @param label who wrote it
/// @param about what that means
record ReasonView(String text, String language, boolean isByModel, String label, String about) {
  /// The reason as a reader of the wording's language sees it: what a model wrote stays as it is, a
  /// template's is written anew where it is in another language.
  ///
  /// @return empty where there is none yet, nor facts to write one from
  static Optional<ReasonView> of(ExplainedMatching matching, Wording wording) {
    MatchingAnswer answer = matching.answer();
    ReasonSource source = answer.aiReasonSource();
    return source != null && source.isModel()
        ? stored(answer).map(one -> one.by(model(answer, source), wording))
        : template(matching, wording.reasonLanguage()).map(one -> one.byRule(wording));
  }

  /// A text and the tag of its language.
  private record Words(String text, String language) {
    private ReasonView by(String model, Wording wording) {
      return new ReasonView(
          text,
          language,
          true,
          wording.text("page.reason.ai", model),
          wording.text("page.reason.ai.about"));
    }

    private ReasonView byRule(Wording wording) {
      return new ReasonView(
          text,
          language,
          false,
          wording.text("page.reason.template"),
          wording.text("page.reason.template.about"));
    }
  }

  private static String model(MatchingAnswer answer, ReasonSource source) {
    return Objects.requireNonNullElse(answer.aiReasonModel(), source.name());
  }

  // Documents that were changed since tell other facts: then the stored text is all there is.
  private static Optional<Words> template(ExplainedMatching matching, ReasonLanguage reader) {
    Optional<Words> stored = stored(matching.answer());
    return stored
        .filter(one -> one.language().equals(reader.tag()))
        .or(() -> matching.facts().map(facts -> written(facts, reader)))
        .or(() -> stored);
  }

  private static Words written(ReasonFacts facts, ReasonLanguage language) {
    return new Words(TemplateReasons.write(facts, language), language.tag());
  }

  private static Optional<Words> stored(MatchingAnswer answer) {
    String text = answer.aiReason();
    String language = answer.aiReasonLanguage();
    return text == null || language == null
        ? Optional.empty()
        : Optional.of(new Words(text, language));
  }
}
