package dev.entente.server.pages.candidates;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.pages.explanation.PlaceWords;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A profile as the engine understands it.
///
/// @param line who it is
/// @param workModes in words, as are languages
/// @param domains as the person wrote them
/// @param skills the best shown first
/// @param unknown names of domains and skills that no table knows: they match nothing but
///   themselves
/// @param groups the records of the profile; kinds without any are absent
/// @param problems why the document cannot be used; empty where it can
record ProfileView(
    PersonLine line,
    List<String> workModes,
    List<String> languages,
    Wording.Moment updatedAt,
    List<String> domains,
    List<SkillLine> skills,
    List<String> unknown,
    List<RecordGroup> groups,
    List<String> problems) {
  /// @param asOf the instant that open experiences last until and badges must be valid at
  static ProfileView of(CandidateProfile profile, Instant asOf, Wording wording) {
    var names = new WrittenNames(profile.written());
    var places =
        new PlaceWords(
            profile.facts().map(CandidateFacts::candidate), profile.written(), names, wording);
    List<SkillLine> skills =
        profile
            .facts()
            .map(facts -> SkillLine.listOf(facts, names, places, wording))
            .orElse(List.of());
    List<DomainId> domains =
        profile.facts().map(facts -> List.copyOf(facts.candidate().domains())).orElse(List.of());
    return new ProfileView(
        PersonLine.of(profile.listing(), Optional.empty(), wording),
        profile.workModes().stream().map(mode -> wording.word("workMode", mode)).toList(),
        profile.languages().stream().map(wording::language).toList(),
        wording.moment(profile.updatedAt()),
        domains.stream().map(names::of).toList(),
        skills,
        Stream.concat(
                domains.stream().filter(domain -> !isKnown(domain)).map(names::of),
                skills.stream().filter(skill -> !skill.isKnown()).map(SkillLine::name))
            .toList(),
        profile
            .facts()
            .map(facts -> new ProfileRecords(facts, asOf, names, places, wording).groups())
            .orElse(List.of()),
        profile.problems().stream()
            .map(problem -> problem.place() + ": " + problem.text(wording.locale()))
            .toList());
  }

  private static boolean isKnown(DomainId domain) {
    return Vocabulary.isDomain(domain.value());
  }
}
