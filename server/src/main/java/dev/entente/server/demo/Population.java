package dev.entente.server.demo;

import dev.entente.server.demo.Common.Origin;
import dev.entente.server.demo.Library.Trade;
import dev.entente.server.demo.Persona.Practice;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Draws the people of one demo; no two have the same name. Not thread-safe.
final class Population {
  private static final int FRENCH = 60;
  private static final int CAREER_CHANGERS = 24;
  private static final int MIXED_NAMES = 18;

  private final Library library;
  private final Set<Name> names = new HashSet<>();

  Population(Library library) {
    this.library = library;
  }

  /// Draws one more person.
  Persona next(String id, Draw draw) {
    Language language = draw.chance(FRENCH) ? Language.FR : Language.EN;
    boolean isWoman = draw.chance(50);
    Origin origin = origin(draw, language);
    boolean isHome = draw.chance(language == Language.FR ? 91 : 42);
    Trade trade = draw.weighted(library.trades(), candidate -> candidate.role().share());
    int months = months(draw);
    double ability = draw.normal();
    Name name = name(draw, language, isWoman, origin);
    return new Persona(
        id,
        language,
        isWoman,
        name.first(),
        name.last(),
        city(draw, language, isHome),
        speaks(draw, language, isHome, origin),
        months,
        ability,
        draw.normal(),
        practice(draw, trade, language, months / 4.0 + 5 * ability),
        earlier(draw, trade, language, months));
  }

  private Origin origin(Draw draw, Language language) {
    return draw.weighted(library.origins(), origin -> origin.weight(language));
  }

  private record Name(String first, String last) {}

  private Name name(Draw draw, Language language, boolean isWoman, Origin origin) {
    while (true) {
      Origin family = draw.chance(MIXED_NAMES) ? origin(draw, language) : origin;
      String given = isWoman ? origin.women() : origin.men();
      var name =
          new Name(
              draw.oneOf(Bilingual.alternatives(given)),
              draw.oneOf(Bilingual.alternatives(family.family())));
      if (names.add(name)) {
        return name;
      }
    }
  }

  private String city(Draw draw, Language language, boolean isHome) {
    Common.Cities cities = library.common().cities();
    return draw.oneOf(
        isHome ? Bilingual.alternatives(cities.home()) : cities.abroad().alternatives(language));
  }

  private static List<String> speaks(Draw draw, Language language, boolean isHome, Origin origin) {
    boolean isFrench = language == Language.FR;
    Set<String> speaks = new LinkedHashSet<>(List.of(isFrench ? "fr" : "en"));
    if (draw.chance(isFrench ? 48 : isHome ? 82 : 22)) {
      speaks.add(isFrench ? "en" : "fr");
    }
    if (!origin.speaks().isEmpty() && draw.chance(45)) {
      speaks.add(draw.oneOf(Bilingual.alternatives(origin.speaks())));
    }
    if (draw.chance(9)) {
      speaks.add(draw.oneOf(List.of("es", "de", "it")));
    }
    return List.copyOf(speaks);
  }

  private static int months(Draw draw) {
    int lot = draw.between(1, 100);
    if (lot <= 8) {
      return 0;
    }
    if (lot <= 19) {
      return draw.between(2, 12);
    }
    if (lot <= 43) {
      return draw.between(12, 36);
    }
    if (lot <= 71) {
      return draw.between(36, 84);
    }
    return lot <= 91 ? draw.between(84, 168) : draw.between(168, 320);
  }

  // Whoever works longer, or better, has more of the skills of the trade.
  private static Practice practice(Draw draw, Trade trade, Language language, double breadth) {
    double more = Math.clamp(breadth, 0, 34);
    Field.Role role = trade.role();
    var learning = new Learning(draw, trade, language, new LinkedHashMap<>());
    learning.know(role.core(), 60 + more);
    learning.know(role.frequent(), 27 + more);
    learning.know(role.rare(), 5 + more / 2);
    learning.know(role.exceptional(), 5);
    if (learning.skills().isEmpty()) {
      learning.know(List.of(role.core().getFirst()), 100);
    }
    return new Practice(trade, learning.name(role.domains()), learning.skills());
  }

  private record Learning(Draw draw, Trade trade, Language language, Map<String, String> skills) {
    /// Draws each of some skills, unless it has no name in the language.
    private void know(List<String> keys, double percent) {
      for (String key : keys) {
        Bilingual skill = Objects.requireNonNull(trade.field().skills().get(key), key);
        if (draw.chance(percent) && !skill.in(language).isEmpty()) {
          skills.put(key, name(skill));
        }
      }
    }

    // Most people write a name as it stands first.
    private String name(Bilingual name) {
      List<String> names = name.alternatives(language);
      return draw.chance(60) ? names.getFirst() : draw.oneOf(names);
    }
  }

  private Optional<Practice> earlier(Draw draw, Trade trade, Language language, int months) {
    if (months < 18 || trade.role().from().isEmpty() || !draw.chance(CAREER_CHANGERS)) {
      return Optional.empty();
    }
    Trade before = draw.oneOf(library.before(trade));
    return Optional.of(practice(draw, before, language, 6));
  }
}
