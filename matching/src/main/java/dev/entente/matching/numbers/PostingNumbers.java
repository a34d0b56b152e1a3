package dev.entente.matching.numbers;

import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// A job posting as criteria compare it with records: its terms as numbers. Immutable, shared by
/// threads.
///
/// A term that no record has keeps counting as asked for; it just has no number.
public final class PostingNumbers {
  private final JobPostingFacts facts;
  private final int[] required;
  private final int[] wished;
  private final int[] wanted;
  private final int[] domains;
  private final int domainCount;
  private final NumberSet tokens;
  private final Map<Integer, SkillId> skillsByNumber;
  private final Map<Integer, DomainId> domainsByNumber;

  /// Looks up all terms of a posting.
  public PostingNumbers(JobPostingFacts facts, Terms terms) {
    this.facts = facts;
    required = numbers(facts.posting().skills(), Kind.SKILL, SkillId::value, terms);
    wished = numbers(facts.posting().niceToHaveSkills(), Kind.SKILL, SkillId::value, terms);
    wanted = wanted(required, wished);
    domains = numbers(facts.posting().domains(), Kind.DOMAIN, DomainId::value, terms);
    domainCount = facts.posting().domains().size();
    tokens = new NumberSet(numbers(facts.tokens(), Kind.TOKEN, token -> token, terms));
    skillsByNumber =
        byNumber(
            Stream.concat(
                facts.posting().skills().stream(), facts.posting().niceToHaveSkills().stream()),
            skill -> terms.number(Kind.SKILL, skill.value()));
    domainsByNumber =
        byNumber(
            facts.posting().domains().stream(),
            domain -> terms.number(Kind.DOMAIN, domain.value()));
  }

  private static <T> Map<Integer, T> byNumber(Stream<T> some, ToIntFunction<T> number) {
    Map<Integer, T> byNumber = new HashMap<>();
    some.forEach(term -> byNumber.put(number.applyAsInt(term), term));
    byNumber.remove(Terms.UNKNOWN);
    return byNumber;
  }

  /// Gives the terms that are looked up, some of them several times.
  public static void forEachTerm(JobPostingFacts facts, BiConsumer<Kind, String> taker) {
    facts.posting().skills().forEach(skill -> taker.accept(Kind.SKILL, skill.value()));
    facts.posting().niceToHaveSkills().forEach(skill -> taker.accept(Kind.SKILL, skill.value()));
    facts.posting().domains().forEach(domain -> taker.accept(Kind.DOMAIN, domain.value()));
    facts.tokens().forEach(token -> taker.accept(Kind.TOKEN, token));
  }

  private static <T> int[] numbers(
      Collection<T> some, Kind kind, Function<T, String> text, Terms terms) {
    return some.stream()
        .mapToInt(term -> terms.number(kind, text.apply(term)))
        .filter(number -> number != Terms.UNKNOWN)
        .sorted()
        .toArray();
  }

  // Twice the number, and one more where it is only wished for.
  private static int[] wanted(int[] required, int[] wished) {
    int[] wanted = new int[required.length + wished.length];
    for (int i = 0; i < required.length; i++) {
      wanted[i] = 2 * required[i];
    }
    for (int i = 0; i < wished.length; i++) {
      wanted[required.length + i] = 2 * wished[i] + 1;
    }
    Arrays.sort(wanted);
    return wanted;
  }

  /// The posting itself.
  public JobPostingFacts facts() {
    return facts;
  }

  /// How many domains the posting asks for, those that no record has included.
  public int domainCount() {
    return domainCount;
  }

  /// Tells whether the posting has a domain.
  public boolean hasDomain(int domain) {
    for (int one : domains) {
      if (one == domain) {
        return true;
      }
    }
    return false;
  }

  /// How many of the next numbers are tokens of the posting's title or description.
  ///
  /// @param in at tokens that [NumberWriter#ascending] wrote, behind their count
  public int countTokens(NumberReader in, int count) {
    return in.countAscending(tokens, count);
  }

  /// Required skills that have a number, ascending; a copy.
  public int[] requiredSkills() {
    return required.clone();
  }

  /// Wished-for skills that have a number, ascending; a copy.
  public int[] wishedSkills() {
    return wished.clone();
  }

  /// Domains that have a number, ascending; a copy.
  public int[] domains() {
    return domains.clone();
  }

  /// Required and wished-for skills that have a number.
  Map<Integer, SkillId> skillsByNumber() {
    return skillsByNumber;
  }

  /// Domains that have a number.
  Map<Integer, DomainId> domainsByNumber() {
    return domainsByNumber;
  }

  /// Required and wished-for skills, ascending; see [#isRequired].
  int[] wanted() {
    return wanted;
  }

  static int skill(int wanted) {
    return wanted >>> 1;
  }

  static boolean isRequired(int wanted) {
    return (wanted & 1) == 0;
  }
}
