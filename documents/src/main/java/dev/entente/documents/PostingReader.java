package dev.entente.documents;

import dev.entente.documents.PostingNames.Named;
import dev.entente.documents.Problem.Kind;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the document of a job posting.
final class PostingReader {
  private static final List<String> IDS = Criteria.ids().stream().map(CriterionId::value).toList();

  private PostingReader() {}

  static Optional<PostingDocument> read(Fields fields) {
    Optional<JobPostingId> id = fields.required("id", Values::id).map(JobPostingId::new);
    Optional<String> company = fields.required("companyId", Values::id);
    Optional<String> title = fields.required("title", Values::text);
    Optional<String> description = fields.optional("description", Values::text);
    boolean active = fields.optional("active", Values::truth).orElse(true);
    Map<DomainId, String> domains =
        Named.byId(fields.list("domains", CandidateReader.MOST_DOMAINS, PostingReader::domain));
    Map<SkillId, String> skills = skills(fields, "skills");
    if (active) {
      requireSome(fields, "domains");
      requireSome(fields, "skills");
    }
    Map<SkillId, String> niceToHave = skills(fields, "niceToHaveSkills");
    Optional<ExperienceLevel> level =
        fields.optional("experienceLevel", Values.oneOf(ExperienceLevel.class));
    Optional<Weights> weights = fields.optional("weights", PostingReader::weights);
    checkUnscored(fields);
    return fields.finish(
        () ->
            new PostingDocument(
                new JobPosting(
                    id.orElseThrow(),
                    active,
                    skills.keySet(),
                    niceToHave.keySet(),
                    domains.keySet(),
                    level,
                    title.orElseThrow(),
                    description.orElse("")),
                company.orElseThrow(),
                new PostingNames(both(skills, niceToHave), domains),
                weights));
  }

  private static Map<SkillId, String> skills(Fields fields, String name) {
    return Named.byId(fields.list(name, CandidateReader.MOST_SKILLS, PostingReader::skill));
  }

  private static Optional<Named<SkillId>> skill(Value value) {
    return Values.name(value).map(name -> new Named<>(Vocabulary.skill(name), name));
  }

  private static Optional<Named<DomainId>> domain(Value value) {
    return Values.name(value).map(name -> new Named<>(Vocabulary.domain(name), name));
  }

  private static Map<SkillId, String> both(
      Map<SkillId, String> required, Map<SkillId, String> niceToHave) {
    Map<SkillId, String> all = new LinkedHashMap<>(required);
    niceToHave.forEach(all::putIfAbsent);
    return all;
  }

  private static void requireSome(Fields fields, String name) {
    if (fields.isEmptyList(name)) {
      fields.wrong(name, Kind.NEEDED_WHEN_ACTIVE);
    }
  }

  private static void checkUnscored(Fields fields) {
    fields.optional("location", Values::shortText);
    fields.optional("workMode", Values.oneOf(WorkMode.class));
    fields.optional("contractType", Values::shortText);
    fields.optional("attributes", Values::object);
  }

  private static Optional<Weights> weights(Value value) {
    if (Values.object(value).isEmpty()) {
      return Optional.empty();
    }
    int before = value.problems().count();
    Map<String, Integer> weights = new HashMap<>();
    for (String name : value.node().propertyNames()) {
      Value weight = value.at(name);
      if (!IDS.contains(name)) {
        weight.wrong(Kind.WEIGHT_UNKNOWN, String.join(" ", IDS));
      } else if (!weight.node().isNull()) {
        Values.wholeNumber(weight).ifPresent(number -> weights.put(name, number));
      }
    }
    Weights.problems(weights).forEach(problem -> report(value, problem, weights.size()));
    return value.problems().count() == before ? Optional.of(Weights.of(weights)) : Optional.empty();
  }

  // A weight that is there but no number was reported as such, not as missing; and the sum says
  // something only where all weights are there.
  private static void report(Value value, Weights.Problem problem, int known) {
    switch (problem) {
      case Weights.Problem.Missing(var criterion) -> {
        if (!value.node().hasNonNull(criterion.value())) {
          value.wrong(Kind.WEIGHT_MISSING, criterion.value());
        }
      }
      case Weights.Problem.Negative(var criterion, var weight) ->
          value.at(criterion.value()).wrong(Kind.WEIGHT_NEGATIVE, weight);
      case Weights.Problem.WrongSum(var sum) -> {
        if (known == IDS.size()) {
          value.wrong(Kind.WEIGHTS_SUM, sum);
        }
      }
      case Weights.Problem.Unknown _ -> {} // reported where it was read, also with the value null
    }
  }
}
