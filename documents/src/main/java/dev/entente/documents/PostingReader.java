package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the document of a job posting.
final class PostingReader {
  private PostingReader() {}

  static Optional<PostingDocument> read(Fields fields) {
    Optional<JobPostingId> id = fields.required("id", Values::id).map(JobPostingId::new);
    fields.required("companyId", Values::id);
    Optional<String> title = fields.required("title", Values::text);
    Optional<String> description = fields.optional("description", Values::text);
    boolean active = fields.optional("active", Values::truth).orElse(true);
    List<DomainId> domains =
        fields.list("domains", CandidateReader.MOST_DOMAINS, CandidateReader::domain);
    List<SkillId> skills = skills(fields, "skills");
    if (active) {
      requireSome(fields, "domains");
      requireSome(fields, "skills");
    }
    List<SkillId> niceToHave = skills(fields, "niceToHaveSkills");
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
                    new LinkedHashSet<>(skills),
                    new LinkedHashSet<>(niceToHave),
                    new LinkedHashSet<>(domains),
                    level,
                    title.orElseThrow(),
                    description.orElse("")),
                weights));
  }

  private static List<SkillId> skills(Fields fields, String name) {
    return fields.list(name, CandidateReader.MOST_SKILLS, CandidateReader::skill);
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
    value.node().properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(
            field ->
                Values.wholeNumber(
                        new Value(
                            field.getValue(),
                            Pointer.child(value.pointer(), field.getKey()),
                            value.problems()))
                    .ifPresent(weight -> weights.put(field.getKey(), weight)));
    boolean allWhole = value.problems().count() == before;
    for (Weights.Problem problem : Weights.problems(weights)) {
      report(value, problem, allWhole);
    }
    return value.problems().count() == before ? Optional.of(Weights.of(weights)) : Optional.empty();
  }

  // A weight that is not a number was reported: that it is missing, and the sum without it, is not
  // news.
  private static void report(Value value, Weights.Problem problem, boolean allWhole) {
    switch (problem) {
      case Weights.Problem.Missing(var criterion) -> {
        if (!value.node().hasNonNull(criterion.value())) {
          value.wrong(Kind.WEIGHT_MISSING, criterion.value());
        }
      }
      case Weights.Problem.Unknown(var name) ->
          value
              .problems()
              .add(Pointer.child(value.pointer(), name), Kind.WEIGHT_UNKNOWN, criteria());
      case Weights.Problem.Negative(var criterion, var weight) ->
          value
              .problems()
              .add(Pointer.child(value.pointer(), criterion.value()), Kind.WEIGHT_NEGATIVE, weight);
      case Weights.Problem.WrongSum(var sum) -> {
        if (allWhole) {
          value.wrong(Kind.WEIGHTS_SUM, sum);
        }
      }
    }
  }

  private static String criteria() {
    return Criteria.ids().stream().map(CriterionId::value).collect(Collectors.joining(" "));
  }
}
