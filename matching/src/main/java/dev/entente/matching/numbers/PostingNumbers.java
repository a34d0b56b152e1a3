package dev.entente.matching.numbers;

import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

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
  private final List<Named<SkillId>> namedSkills;
  private final List<Named<DomainId>> namedDomains;

  /// A term that has a number.
  record Named<T>(T id, int number) {}

  /// Looks up all terms of a posting.
  public PostingNumbers(JobPostingFacts facts, Terms terms) {
    this.facts = facts;
    JobPosting posting = facts.posting();
    Set<SkillId> skills = new TreeSet<>(posting.skills());
    skills.addAll(posting.niceToHaveSkills());
    namedSkills = named(skills, skill -> terms.number(Kind.SKILL, skill.value()));
    namedDomains =
        named(
            new TreeSet<>(posting.domains()), domain -> terms.number(Kind.DOMAIN, domain.value()));
    required = numbers(namedSkills, posting.skills());
    wished = numbers(namedSkills, posting.niceToHaveSkills());
    wanted = wanted(required, wished);
    domains = numbers(namedDomains, posting.domains());
    domainCount = posting.domains().size();
    tokens = new NumberSet(numbers(facts.tokens(), terms));
  }

  private static <T> List<Named<T>> named(Set<T> some, ToIntFunction<T> numberOf) {
    List<Named<T>> named = new ArrayList<>();
    for (T term : some) {
      int number = numberOf.applyAsInt(term);
      if (number != Terms.UNKNOWN) {
        named.add(new Named<>(term, number));
      }
    }
    return named;
  }

  /// Gives the terms that are looked up, some of them several times.
  public static void forEachTerm(JobPostingFacts facts, BiConsumer<Kind, String> taker) {
    facts.posting().skills().forEach(skill -> taker.accept(Kind.SKILL, skill.value()));
    facts.posting().niceToHaveSkills().forEach(skill -> taker.accept(Kind.SKILL, skill.value()));
    facts.posting().domains().forEach(domain -> taker.accept(Kind.DOMAIN, domain.value()));
    facts.tokens().forEach(token -> taker.accept(Kind.TOKEN, token));
  }

  private static <T> int[] numbers(List<Named<T>> all, Set<T> some) {
    int[] numbers = new int[all.size()];
    int count = 0;
    for (Named<T> one : all) {
      if (some.contains(one.id())) {
        numbers[count] = one.number();
        count++;
      }
    }
    return ascending(numbers, count);
  }

  private static int[] numbers(Set<String> tokens, Terms terms) {
    int[] numbers = new int[tokens.size()];
    int count = 0;
    for (String token : tokens) {
      int number = terms.number(Kind.TOKEN, token);
      if (number != Terms.UNKNOWN) {
        numbers[count] = number;
        count++;
      }
    }
    return ascending(numbers, count);
  }

  private static int[] ascending(int[] numbers, int count) {
    int[] ascending = Arrays.copyOf(numbers, count);
    Arrays.sort(ascending);
    return ascending;
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

  /// Required and wished-for skills that have a number, by id.
  List<Named<SkillId>> namedSkills() {
    return namedSkills;
  }

  /// Domains that have a number, by id.
  List<Named<DomainId>> namedDomains() {
    return namedDomains;
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
