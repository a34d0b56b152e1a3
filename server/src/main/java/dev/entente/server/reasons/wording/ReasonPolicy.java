package dev.entente.server.reasons.wording;

import dev.entente.server.reasons.ReasonLanguage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In which languages reasons are written here, and by whom.
///
/// @param standard the language of companies that none is set for
/// @param byCompany the languages that are set, by company id; copied
/// @param writer the model that writes and the version of what it is told, such as `gemini
///   gemini-3.5-flash-lite/1`; empty if templates are all there is
public record ReasonPolicy(
    ReasonLanguage standard, Map<String, ReasonLanguage> byCompany, Optional<String> writer) {
  private static final String LANGUAGE = "ENTENTE_REASONS_LANGUAGE";
  private static final String LANGUAGES = "ENTENTE_REASONS_LANGUAGES";
  private static final Pattern OF_COMPANY = Pattern.compile(" *([A-Za-z0-9._:-]{1,128})=(fr|en) *");

  public ReasonPolicy {
    byCompany = Map.copyOf(byCompany);
  }

  /// Reads the languages that are set: `ENTENTE_REASONS_LANGUAGE`, and by company
  /// `ENTENTE_REASONS_LANGUAGES`, such as `acme=en,globex=fr`.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @param standard of who sets none
  /// @throws IllegalArgumentException that names the variable, if it is wrong
  public static ReasonPolicy of(
      Function<String, Optional<String>> variable,
      ReasonLanguage standard,
      Optional<String> writer) {
    return new ReasonPolicy(
        variable.apply(LANGUAGE).map(ReasonPolicy::language).orElse(standard),
        variable.apply(LANGUAGES).map(ReasonPolicy::languages).orElse(Map.of()),
        writer);
  }

  private static ReasonLanguage language(String tag) {
    return ReasonLanguage.ofTag(tag)
        .orElseThrow(
            () -> new IllegalArgumentException("%s is fr or en, got: %s".formatted(LANGUAGE, tag)));
  }

  private static Map<String, ReasonLanguage> languages(String text) {
    Map<String, ReasonLanguage> languages = new HashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher one = OF_COMPANY.matcher(part);
      if (!one.matches()
          || languages.put(one.group(1), ReasonLanguage.ofTag(one.group(2)).orElseThrow())
              != null) {
        throw new IllegalArgumentException(
            "%s is a company’s id, an equals sign and fr or en, each company once, separated by commas, got: %s"
                .formatted(LANGUAGES, part));
      }
    }
    return languages;
  }

  /// The language of a company's reasons.
  public ReasonLanguage languageOf(String companyId) {
    return byCompany.getOrDefault(companyId, standard);
  }
}
