package dev.entente.matching.testing;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;

import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.QuizType;
import dev.entente.matching.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/// Candidates and job postings that lie on every edge of the scoring rules, from a seed.
///
/// Vocabularies are small, so that most pairs share a domain and a skill and many totals are equal.
public final class NastyProfiles {
  private static final String[] DOMAINS = {"backend", "data", "art", "Ｂackend", "DATA ", "law"};
  private static final String[] SKILLS = {
    "java", "ＪＡＶＡ", "javascript", "c", "c++", "c#", " sql", "go", "r", ".net", "obscure"
  };
  private static final String[] WORDS = {
    "développeuse", "developpeur.se", "infirmiers", "infirmière", "java", "c++", ".NET", "actif.ve",
    "the", "x", "Σίσυφος", "𝒳𝒳", "a.b.c", "services", "recrutrice", "recruteur"
  };
  private static final String[] BLANKS = {"", " ", "\u00A0", "\u0085", "\u3000", "\u2028"};
  private static final String[] LINKS = {"", "http://a", "HTTPS://a", " https://a", "httpſ://a"};
  private static final int[] RESULTS = {
    0, 1, 4_999, 5_000, 5_001, 7_999, 8_000, 8_001, 9_999, 10_000
  };
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Random random;

  public NastyProfiles(long seed) {
    random = new Random(seed);
  }

  public List<Candidate> candidates(int count) {
    List<Candidate> candidates = new ArrayList<>();
    while (candidates.size() < count) {
      String id = "c-" + candidates.size();
      boolean twin = !candidates.isEmpty() && random.nextInt(3) == 0;
      candidates.add(
          twin
              ? CandidateBuilder.like(oneOf(candidates)).withId(id).build()
              : candidate(id).build());
    }
    return candidates;
  }

  public List<JobPosting> postings(int count) {
    return IntStream.range(0, count).mapToObj(this::posting).toList();
  }

  private JobPosting posting(int number) {
    PostingBuilder posting =
        aPosting()
            .withId("p-" + number)
            .in(some(DOMAINS, 1, 3))
            .requiring(some(SKILLS, 1, 5))
            .wishing(some(SKILLS, 0, 4))
            .titled(text(4))
            .described(text(12));
    if (chance(80)) {
      posting.at(oneOf(List.of(ExperienceLevel.values())));
    }
    return chance(5) ? posting.inactive().build() : posting.build();
  }

  private CandidateBuilder candidate(String id) {
    CandidateBuilder candidate =
        aCandidate()
            .withId(id)
            .in(some(DOMAINS, 0, 3))
            .declaring(some(SKILLS, 0, 6))
            .withHeadline(chance(50) ? oneOf(BLANKS) : text(3))
            .withBio(sized(199 + random.nextInt(2)));
    times(4, () -> candidate.with(experience()));
    times(7, () -> candidate.with(project()));
    times(5, () -> addTest(candidate));
    times(2, () -> addSeries(candidate));
    times(5, () -> addBadge(candidate));
    return chance(10) ? candidate.optedOut() : candidate;
  }

  private Experience experience() {
    YearMonth from = YearMonth.of(2026, 11).plusMonths(random.nextInt(40) - 36);
    Optional<YearMonth> to =
        chance(30) ? Optional.empty() : Optional.of(from.plusMonths(random.nextInt(15)));
    return new Experience(
        chance(85) ? Optional.of(Vocabulary.domain(oneOf(DOMAINS))) : Optional.empty(),
        CandidateBuilder.skills(some(SKILLS, 0, 2)),
        from,
        to,
        text(2),
        text(3));
  }

  private Project project() {
    return new Project(
        text(2),
        sized(79 + random.nextInt(2)),
        oneOf(LINKS),
        CandidateBuilder.skills(some(SKILLS, 0, 2)));
  }

  private void addTest(CandidateBuilder candidate) {
    OptionalInt review = chance(40) ? OptionalInt.of(result()) : OptionalInt.empty();
    candidate.tested(oneOf(DOMAINS), chance(70) ? oneOf(SKILLS) : "", result(), review);
  }

  private void addSeries(CandidateBuilder candidate) {
    int length = chance(10) ? 25 : 1 + random.nextInt(9);
    String domain = oneOf(DOMAINS);
    QuizType type = oneOf(List.of(QuizType.values()));
    for (int i = 0; i < length; i++) {
      Instant completedAt = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(4));
      String id = "q-" + random.nextInt(Integer.MAX_VALUE);
      candidate.with(new QuizResult(id, Vocabulary.domain(domain), type, result(), completedAt));
    }
  }

  private void addBadge(CandidateBuilder candidate) {
    String code = oneOf(new String[] {"a", "A", "b", "é", "e\u0301"});
    BadgeTier tier = oneOf(List.of(BadgeTier.values()));
    if (chance(30)) {
      candidate.awarded(code, tier);
    } else {
      candidate.awardedUntil(code, tier, TODAY.plusDays(random.nextInt(3) - 1L).toString());
    }
  }

  private int result() {
    return chance(50) ? RESULTS[random.nextInt(RESULTS.length)] : random.nextInt(10_001);
  }

  private String text(int words) {
    return String.join(" ", some(WORDS, 0, words));
  }

  // Words first, then a filler up to a length in code points, and blanks around.
  private String sized(int length) {
    String words = text(3);
    int missing = length - words.codePointCount(0, words.length());
    return oneOf(BLANKS) + words + "😀".repeat(Math.max(0, missing)) + oneOf(BLANKS);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void times(int most, Runnable action) {
    int times = random.nextInt(most + 1);
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }

  private String[] some(String[] all, int least, int most) {
    int count = least + random.nextInt(most - least + 1);
    return IntStream.range(0, count).mapToObj(i -> oneOf(all)).toArray(String[]::new);
  }

  private <T> T oneOf(T[] all) {
    return oneOf(Arrays.asList(all));
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
