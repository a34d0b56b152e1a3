package dev.entente.matching.index;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.testing.NastyProfiles;
import dev.entente.matching.testing.PostingBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The index over several blocks of ranks, with sets of candidates both dense and sparse.
class IndexBlocksTest {
  private static final long SEED = 20_261_129;
  private static final int CANDIDATES = 10_000;
  private static final int RARE_SKILLS = 97;

  @Test
  void rankingsAreThoseOfThePlainRanker() {
    var profiles = new NastyProfiles(SEED);
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate nasty : profiles.candidates(CANDIDATES)) {
      String rare = "rare-" + candidates.size() % RARE_SKILLS;
      candidates.add(CandidateBuilder.like(nasty).declaring(rare).build());
    }
    List<JobPosting> postings = new ArrayList<>(profiles.postings(2));
    postings.add(
        PostingBuilder.aPosting()
            .withId("p-rare")
            .in("backend", "data")
            .requiring("rare-5", "rare-17", "java")
            .build());
    var pool = new IndexedPool(candidates, postings, SEED);

    pool.assertSame(pool.index(pool.facts), pool.facts);
  }

  @Test
  void ranksBehindThePageAreFound() {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < TermPage.SIZE + RARE_SKILLS; i++) {
      candidates.add(
          CandidateBuilder.aCandidate()
              .withId("c-" + i)
              .in("backend")
              .declaring("java", "rare-" + i / RARE_SKILLS)
              .build());
    }
    JobPosting posting =
        PostingBuilder.aPosting()
            .in("backend")
            .requiring("rare-" + TermPage.SIZE / RARE_SKILLS, "rare-7")
            .build();
    var pool = new IndexedPool(candidates, List.of(posting), SEED);

    pool.assertSame(pool.index(pool.facts), pool.facts);
  }
}
