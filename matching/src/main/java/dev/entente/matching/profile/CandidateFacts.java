package dev.entente.matching.profile;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Tokens;
import dev.entente.matching.vocabulary.WhiteSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What criteria need to know of a candidate, worked out once for all job postings and runs.
///
/// It holds measures (lengths, tokens, sorted series), no rule of a criterion. Immutable.
public final class CandidateFacts {
  private static final int PASSED = 5_000;

  // CASE_INSENSITIVE alone folds ASCII only; comparing ignoring case as String does would take
  // U+017F, the long s, for an s.
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://", CASE_INSENSITIVE);

  /// The quiz results among which progress is measured.
  public record SeriesKey(DomainId domain, QuizType type) {}

  /// The measures of one project.
  ///
  /// @param descriptionLength code points after trimming
  /// @param hasLink whether the link is an `http` or `https` address
  public record ProjectFacts(int descriptionLength, boolean hasLink) {}

  private final Candidate candidate;
  private final Map<SkillId, SkillEvidence> skills;
  private final Map<SeriesKey, List<QuizResult>> quizSeries;
  private final List<ProjectFacts> projects;
  private final int bioLength;
  private final Set<String> tokens;

  private CandidateFacts(Candidate candidate) {
    this.candidate = candidate;
    skills = Collections.unmodifiableMap(skills(candidate));
    quizSeries = Collections.unmodifiableMap(quizSeries(candidate));
    projects = candidate.projects().stream().map(CandidateFacts::projectFacts).toList();
    bioLength = WhiteSpace.trimmedLength(candidate.bio());
    tokens = Set.copyOf(Tokens.of(texts(candidate)));
  }

  /// Works the facts out.
  public static CandidateFacts of(Candidate candidate) {
    return new CandidateFacts(candidate);
  }

  /// Whose facts they are.
  public Candidate candidate() {
    return candidate;
  }

  /// All skills of the candidate with their evidence: the declared ones, and those that only an
  /// experience, a project or a passed test names; a failed test adds and raises nothing.
  public Map<SkillId, SkillEvidence> skills() {
    return skills;
  }

  /// Quiz results by domain and type, each in order of completion.
  public Map<SeriesKey, List<QuizResult>> quizSeries() {
    return quizSeries;
  }

  /// Measures of the projects, in the candidate's order.
  public List<ProjectFacts> projects() {
    return projects;
  }

  /// Code points of the bio after trimming.
  public int bioLength() {
    return bioLength;
  }

  /// Tokens of headline, bio, and titles and descriptions of experiences and projects.
  public Set<String> tokens() {
    return tokens;
  }

  /// Tells whether a technical test shows the skill it is about: a result of 50.00 or more.
  public static boolean isPassed(TechnicalTest test) {
    return test.result() >= PASSED;
  }

  private static Map<SkillId, SkillEvidence> skills(Candidate candidate) {
    Map<SkillId, SkillEvidence> skills = new LinkedHashMap<>();
    candidate.skills().forEach(skill -> raise(skills, skill, SkillEvidence.DECLARED));
    for (Experience experience : candidate.experiences()) {
      experience.skills().forEach(skill -> raise(skills, skill, SkillEvidence.USED));
    }
    for (Project project : candidate.projects()) {
      project.skills().forEach(skill -> raise(skills, skill, SkillEvidence.USED));
    }
    candidate.technicalTests().stream()
        .filter(CandidateFacts::isPassed)
        .flatMap(test -> test.skill().stream())
        .forEach(skill -> raise(skills, skill, SkillEvidence.ASSESSED));
    return skills;
  }

  private static void raise(
      Map<SkillId, SkillEvidence> skills, SkillId skill, SkillEvidence evidence) {
    skills.merge(skill, evidence, (old, shown) -> shown.compareTo(old) > 0 ? shown : old);
  }

  private static Map<SeriesKey, List<QuizResult>> quizSeries(Candidate candidate) {
    return candidate.quizResults().stream()
        .sorted(QuizResult.BY_COMPLETION)
        .collect(groupingBy(CandidateFacts::seriesKey, LinkedHashMap::new, toUnmodifiableList()));
  }

  private static SeriesKey seriesKey(QuizResult result) {
    return new SeriesKey(result.domain(), result.type());
  }

  private static ProjectFacts projectFacts(Project project) {
    return new ProjectFacts(
        WhiteSpace.trimmedLength(project.description()),
        WEB_ADDRESS.matcher(project.link()).lookingAt());
  }

  private static List<String> texts(Candidate candidate) {
    List<String> texts = new ArrayList<>(List.of(candidate.headline(), candidate.bio()));
    for (Experience experience : candidate.experiences()) {
      texts.add(experience.title());
      texts.add(experience.description());
    }
    for (Project project : candidate.projects()) {
      texts.add(project.title());
      texts.add(project.description());
    }
    return texts;
  }
}
