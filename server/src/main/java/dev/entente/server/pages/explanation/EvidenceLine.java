package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Evidence;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Locale;

/// One thing that was counted, in words.
///
/// @param subject what
/// @param tag how it counts, such as « assessed »; empty where there is nothing to say
/// @param kind of the tag, for styles
/// @param value what it contributes; empty where it only counts
/// @param places where the profile has it, or when it was
record EvidenceLine(String subject, String tag, String kind, String value, List<String> places) {
  /// Says a piece of evidence.
  ///
  /// @param term of the fact that it stands for, which decides the unit of a place's value
  static EvidenceLine of(Evidence evidence, String term, EvidenceWords words) {
    Wording wording = words.wording();
    return switch (evidence) {
      case Evidence.Skill(var skill, var shown, var places) ->
          tagged(words.names().of(skill), shown.name(), wording)
              .at(places.stream().map(words.places()::of).toList());
      case Evidence.MissingSkill(var skill) -> tagged(words.names().of(skill), "MISSING", wording);
      case Evidence.Domain(var domain) -> tagged(words.names().of(domain), "SHARED", wording);
      case Evidence.MissingDomain(var domain) ->
          tagged(words.names().of(domain), "MISSING", wording);
      case Evidence.Place(var place, var value) ->
          valued(words.places().of(place), words.amount(term, value)).at(words.when(place));
      case Evidence.Result(var place, _, var result) ->
          valued(words.places().of(place), wording.points(result)).at(words.when(place));
      case Evidence.Badge(var place, var code, var tier) ->
          tagged(code, tier.name(), wording).at(words.when(place));
      case Evidence.Token(var token) -> valued(token, "");
    };
  }

  private static EvidenceLine tagged(String subject, String kind, Wording wording) {
    return new EvidenceLine(
        subject, wording.text("evidence." + kind), kind.toLowerCase(Locale.ROOT), "", List.of());
  }

  private static EvidenceLine valued(String subject, String value) {
    return new EvidenceLine(subject, "", "", value, List.of());
  }

  private EvidenceLine at(List<String> where) {
    return new EvidenceLine(subject, tag, kind, value, where);
  }
}
