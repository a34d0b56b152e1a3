package dev.entente.benchmarks.pool;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.stream.IntStream;

/// The skills, domains and words of a model, made once.
final class ModelNames {
  private static final String CONSONANTS = "bdfgklmnprtvz";
  private static final String VOWELS = "aou";
  private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
  private static final int SYLLABLES_OF_WORD = 3;

  private final DomainId[] domains;
  private final SkillId[] skills;
  private final String[] words;

  ModelNames(ModelShape shape) {
    domains =
        IntStream.range(0, shape.domains())
            .mapToObj(i -> new DomainId("domain-" + i))
            .toArray(DomainId[]::new);
    skills =
        IntStream.range(0, shape.skills())
            .mapToObj(i -> new SkillId("skill-" + i))
            .toArray(SkillId[]::new);
    words = IntStream.range(0, shape.words()).mapToObj(ModelNames::spell).toArray(String[]::new);
  }

  // Ends in a letter that folding of titles leaves alone, so that words stay distinct.
  private static String spell(int number) {
    StringBuilder word = new StringBuilder();
    int rest = number;
    for (int i = 0; i < SYLLABLES_OF_WORD; i++) {
      int syllable = rest % SYLLABLES;
      word.append(CONSONANTS.charAt(syllable / VOWELS.length()));
      word.append(VOWELS.charAt(syllable % VOWELS.length()));
      rest /= SYLLABLES;
    }
    return word.append('k').toString();
  }

  DomainId domain(int number) {
    return domains[number];
  }

  SkillId skill(int number) {
    return skills[number];
  }

  String word(int number) {
    return words[number];
  }
}
