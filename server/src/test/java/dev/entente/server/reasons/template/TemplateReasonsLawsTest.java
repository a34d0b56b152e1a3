package dev.entente.server.reasons.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import dev.entente.server.reasons.ReasonLanguage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every text, over facts that nobody thought of.
class TemplateReasonsLawsTest {
  private static final int TEXTS = 250;
  private static final long SEED = 20_261_129;

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}’-]+");
  private static final Pattern RAGGED =
      Pattern.compile("[\\p{Z}\\s]{2}|[,.;:]{2}|\\(\\)|\\( | [,.)]");
  private static final Pattern WRONG_NUMBER =
      Pattern.compile(
          "\\b1 (autres|compétences|souhaitées|domaines|tests|séries|badges|ans"
              + "|skills|others|ones|domains|quizzes|months|years)\\b"
              + "|([2-9]|\\d\\d+) (autre|compétence|souhaitée|domaine|test|série|badge|an"
              + "|(required |wished-for |other )?(skill|one)|other\\)|domain|quiz (\\(about|average)"
              + "|month|year|(gold|silver|bronze) badge)(?!\\p{L})");

  private static final Pattern STRENGTH = Pattern.compile("\\((?:about|environ) (\\d+)");
  private static final Pattern NO_STRENGTH =
      Pattern.compile("\\b(comes to about|average about|donne environ|donnent environ) (\\d+)");
  private static final Pattern GAPS = Pattern.compile("\\b(Il manque|It (also )?lacks) ");
  // The only sentence before the gaps that names missing skills.
  private static final Pattern NONE =
      Pattern.compile(
          "(La compétence requise|Aucune des \\d+ compétences requises)( \\([^)]*\\))?"
              + " ne figure (pas )?au profil\\. "
              + "|The profile (does not have the|has (neither|none) of the \\d+)"
              + " required skills?( \\([^)]*\\))?\\. ");

  @ParameterizedTest
  @EnumSource
  void textIsOneLineOfDecentLength(ReasonLanguage language) {
    facts()
        .forEach(
            facts -> {
              String text = TemplateReasons.write(facts, language);

              assertThat(text.codePointCount(0, text.length())).as(text).isBetween(40, 600);
              assertThat(text).endsWith(".");
              assertThat(withoutNames(text, names(facts))).doesNotContainPattern(RAGGED);
            });
  }

  @ParameterizedTest
  @EnumSource
  void evenTheLongestFactsFit(ReasonLanguage language) {
    String text = TemplateReasons.write(RandomFacts.longest(), language);

    assertThat(text.codePointCount(0, text.length())).as(text).isBetween(400, 600);
    assertThat(text).endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void sameFactsGiveTheSameText(ReasonLanguage language) {
    List<ReasonFacts> all = facts().toList();

    List<String> once = all.stream().map(facts -> TemplateReasons.write(facts, language)).toList();
    List<String> atOnce =
        all.parallelStream().map(facts -> TemplateReasons.write(facts, language)).toList();

    assertThat(atOnce).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void textHasTwoOrThreeSentencesOfKnownWords(ReasonLanguage language) {
    Set<String> known = knownWords(language);

    facts()
        .forEach(
            facts -> {
              String bare = withoutNames(TemplateReasons.write(facts, language), names(facts));

              assertThat(bare.split("\\. ", -1)).as(bare).hasSizeBetween(2, 3);
              assertThat(beyond(known, words(bare))).as(bare).isEmpty();
              assertThat(bare).doesNotContainPattern(WRONG_NUMBER);
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberIsAmongTheFacts(ReasonLanguage language) {
    facts()
        .forEach(
            facts -> {
              String bare = withoutNames(TemplateReasons.write(facts, language), names(facts));

              assertThat(beyond(numbers(facts), numbers(bare))).as(bare).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource
  void noMissingSkillIsToldAsThereNorTheOtherWayRound(ReasonLanguage language) {
    facts()
        .forEach(
            facts -> {
              String text = TemplateReasons.write(facts, language);
              int begin = endOfNone(text);
              int end = beginOfGaps(text);

              assertThat(begin > 0).isEqualTo(facts.required().stream().noneMatch(Skill::isShared));
              for (String missing : skills(facts, false)) {
                assertThat(text.substring(begin, end)).doesNotContain(missing);
              }
              for (String shared : names(facts, true)) {
                assertThat(text.substring(0, begin) + text.substring(end)).doesNotContain(shared);
              }
            });
  }

  private static int beginOfGaps(String text) {
    Matcher gaps = GAPS.matcher(text);
    return gaps.find() ? gaps.start() : text.length();
  }

  /// Behind the sentence that says that all required skills are missing; 0 without it.
  private static int endOfNone(String text) {
    Matcher none = NONE.matcher(text);
    return none.lookingAt() ? none.end() : 0;
  }

  @ParameterizedTest
  @EnumSource
  void onlyGoodResultsAreToldAsStrengths(ReasonLanguage language) {
    facts()
        .forEach(
            facts -> {
              String text = TemplateReasons.write(facts, language);

              assertThat(STRENGTH.matcher(text).results().map(found -> mean(found.group(1))))
                  .as(text)
                  .allSatisfy(mean -> assertThat(mean).isGreaterThanOrEqualTo(55));
              assertThat(NO_STRENGTH.matcher(text).results().map(found -> mean(found.group(2))))
                  .as(text)
                  .allSatisfy(mean -> assertThat(mean).isLessThan(55));
            });
  }

  private static int mean(String digits) {
    return Integer.parseInt(digits);
  }

  private static Stream<ReasonFacts> facts() {
    var random = new RandomFacts(SEED);
    return IntStream.range(0, TEXTS).mapToObj(_ -> random.next());
  }

  private static Set<String> knownWords(ReasonLanguage language) {
    return TemplateCase.all().stream()
        .flatMap(
            page -> {
              String text = language == ReasonLanguage.FRENCH ? page.french() : page.english();
              return words(withoutNames(text, names(page.facts()))).stream();
            })
        .collect(Collectors.toSet());
  }

  /// A text with `_` for each name, the longest first.
  private static String withoutNames(String text, Set<String> names) {
    String bare = text;
    for (String name : names) {
      if (bare.contains(name)) {
        bare =
            Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])")
                .matcher(bare)
                .replaceAll("_");
      }
    }
    return bare;
  }

  private static Set<String> names(ReasonFacts facts) {
    Set<String> names =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    names.addAll(names(facts, true));
    names.addAll(names(facts, false));
    return names;
  }

  private static Set<String> names(ReasonFacts facts, boolean areShared) {
    Set<String> names = skills(facts, areShared);
    facts.domains().stream()
        .filter(domain -> domain.isShared() == areShared)
        .map(Domain::name)
        .flatMap(Optional::stream)
        .filter(name -> !WhiteSpace.isBlank(name))
        .forEach(names::add);
    return names;
  }

  private static Set<String> skills(ReasonFacts facts, boolean areShared) {
    return Stream.of(facts.required(), facts.wished())
        .flatMap(List::stream)
        .filter(skill -> skill.isShared() == areShared)
        .map(Skill::name)
        .flatMap(Optional::stream)
        .filter(name -> !WhiteSpace.isBlank(name))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static <T> Set<T> beyond(Set<T> known, Set<T> told) {
    Set<T> beyond = new HashSet<>(told);
    beyond.removeAll(known);
    return beyond;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private static Set<Integer> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> Integer.valueOf(found.group()))
        .collect(Collectors.toSet());
  }

  /// Figures, months as years, sizes of all that can be listed, and those less the names before.
  private static Set<Integer> numbers(ReasonFacts facts) {
    Set<Integer> numbers = new HashSet<>(facts.figures().values());
    numbers.add(facts.months() / 12);
    numbers.add(facts.askedMonths() / 12);
    Stream.of(facts.required(), facts.wished())
        .flatMap(
            skills ->
                Stream.concat(
                    Stream.of(skills),
                    skills.stream()
                        .collect(Collectors.groupingBy(skill -> skill.evidence()))
                        .values()
                        .stream()))
        .forEach(list -> addSizes(numbers, list.size()));
    for (List<Skill> skills : List.of(facts.required(), facts.wished())) {
      addSizes(numbers, (int) skills.stream().filter(Skill::isShared).count());
    }
    int domains = facts.domains().size();
    int shared = (int) facts.domains().stream().filter(Domain::isShared).count();
    List.of(domains, shared, domains - shared).forEach(size -> addSizes(numbers, size));
    return numbers;
  }

  private static void addSizes(Set<Integer> numbers, int size) {
    IntStream.rangeClosed(0, 3).forEach(named -> numbers.add(size - named));
  }
}
