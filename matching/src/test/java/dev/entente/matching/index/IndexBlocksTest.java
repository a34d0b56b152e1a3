package dev.entente.matching.index;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;

import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.testing.NastyProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The index over several domains, blocks and pages of ranks, with sets of candidates both dense
/// and sparse: what it passes over is nobody's place.
class IndexBlocksTest {
  private static final long SEED = 20_261_129;
  private static final int RARE_SKILLS = 97;

  private final Random random = new Random(SEED);

  // Two domains that most declare, and not all: the blocks behind the first ones have candidates
  // of either and of both.
  @Test
  void blocksBehindTheFirstGiveThePlainRanking() {
    var profiles = new NastyProfiles(SEED);
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate nasty : profiles.candidates(4 * MatchCounter.RANKS)) {
      String rare = "rare-" + candidates.size() % RARE_SKILLS;
      CandidateBuilder candidate = CandidateBuilder.like(nasty).declaring(rare);
      List.of("backend", "data").stream().filter(_ -> random.nextInt(4) > 0).forEach(candidate::in);
      candidates.add(candidate.build());
    }
    List<JobPosting> postings = new ArrayList<>(profiles.postings(4));
    postings.add(
        aPosting()
            .withId("p-rare")
            .in("backend", "data")
            .requiring("rare-5", "rare-17", "java")
            .build());
    postings.add(
        aPosting()
            .withId("p-alone")
            .in("backend")
            .requiring("java", "c", "sql", "go", "r")
            .at(ExperienceLevel.SENIOR)
            .build());

    assertSame(candidates, postings);
  }

  // Nobody stands lower in the domain than the last ones, one of whom alone has both skills.
  @Test
  void ranksBehindThePageAreFound() {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < TermPage.SIZE + RARE_SKILLS; i++) {
      candidates.add(
          aCandidate()
              .withId("c-" + i)
              .in("backend")
              .working("", "2020-01", "2021-01", "java", "rare-" + i / RARE_SKILLS)
              .tested("backend", "", i < TermPage.SIZE ? 1 + random.nextInt(10_000) : 0)
              .build());
    }
    Candidate last = candidates.removeLast();
    candidates.add(CandidateBuilder.like(last).declaring("rare-7").build());
    String ofTheLast = "rare-" + (candidates.size() - 1) / RARE_SKILLS;
    JobPosting posting = aPosting().in("backend").requiring(ofTheLast, "rare-7").build();
    JobPosting other = aPosting().in("backend").requiring("java", "rare-9").build();

    assertSame(candidates, List.of(posting, other));
  }

  // Without the second of her domains the other candidate could not reach the total of the first.
  @Test
  void candidateOfTwoDomainsIsFoundBehindABetterOneOfOne() {
    Candidate better =
        skilled("c-law")
            .in("law")
            .awarded("a", BadgeTier.GOLD)
            .awarded("b", BadgeTier.GOLD)
            .awarded("c", BadgeTier.GOLD)
            .build();
    Candidate ofTwo = skilled("c-two").in("art", "backend").build();
    List<Candidate> candidates =
        List.of(
            better,
            ofTwo,
            aCandidate().withId("c-3").in("art", "backend").build(),
            aCandidate().withId("c-4").in("backend").build());

    assertSame(candidates, List.of(aPosting().in("law", "art", "backend").build()));
  }

  // Nothing about her skills is left to a bound.
  private static CandidateBuilder skilled(String id) {
    return aCandidate()
        .withId(id)
        .working("", "2020-01", "2021-01", "java", "1", "2", "3", "4", "5");
  }

  private static void assertSame(List<Candidate> candidates, List<JobPosting> postings) {
    var pool = new IndexedPool(candidates, postings, SEED);

    pool.assertSame(pool.index(pool.facts), pool.facts);
  }
}
