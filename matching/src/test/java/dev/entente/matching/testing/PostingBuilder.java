package dev.entente.matching.testing;

import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Job postings as phrases that name only what matters to a test; by default in `backend`, asking
/// for `java`.
public final class PostingBuilder {
  private String id = "p-1";
  private boolean active = true;
  private Set<SkillId> required = CandidateBuilder.skills("java");
  private Set<SkillId> niceToHave = Set.of();
  private final Set<DomainId> domains = new LinkedHashSet<>();
  private Optional<ExperienceLevel> level = Optional.empty();
  private String title = "";
  private String description = "";

  private PostingBuilder() {}

  public static PostingBuilder aPosting() {
    return new PostingBuilder();
  }

  public PostingBuilder withId(String value) {
    id = value;
    return this;
  }

  public PostingBuilder inactive() {
    active = false;
    return this;
  }

  public PostingBuilder requiring(String... names) {
    required = CandidateBuilder.skills(names);
    return this;
  }

  public PostingBuilder wishing(String... names) {
    niceToHave = CandidateBuilder.skills(names);
    return this;
  }

  public PostingBuilder in(String... names) {
    Arrays.stream(names).map(Vocabulary::domain).forEach(domains::add);
    return this;
  }

  public PostingBuilder at(ExperienceLevel asked) {
    level = Optional.of(asked);
    return this;
  }

  public PostingBuilder titled(String text) {
    title = text;
    return this;
  }

  public PostingBuilder described(String text) {
    description = text;
    return this;
  }

  public JobPosting build() {
    Set<DomainId> declared = domains.isEmpty() ? Set.of(Vocabulary.domain("backend")) : domains;
    return new JobPosting(
        new JobPostingId(id), active, required, niceToHave, declared, level, title, description);
  }

  public JobPostingFacts facts() {
    return JobPostingFacts.of(build());
  }
}
