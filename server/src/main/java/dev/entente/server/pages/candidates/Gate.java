package dev.entente.server.pages.candidates;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One condition that a pair has to meet before it is ranked at all.
///
/// @param title of the condition, in words
/// @param asked what the posting asks for; empty where that is not the point
/// @param had what the candidate has
record Gate(String title, boolean isPassed, String asked, String had) {
  private static final int MOST = 12;

  static List<Gate> listOf(
      Set<Reason> failed, PostingFacts posting, CandidateProfile candidate, Wording wording) {
    var names = new WrittenNames(candidate.written());
    List<String> domains =
        candidate.facts().stream()
            .flatMap(facts -> facts.candidate().domains().stream())
            .map(names::of)
            .toList();
    List<String> skills =
        candidate.facts().stream()
            .flatMap(facts -> facts.skills().keySet().stream())
            .map(names::of)
            .toList();
    return Stream.of(Reason.values())
        .map(
            reason -> {
              boolean isPassed = !failed.contains(reason);
              String title =
                  wording.text("pair.gate." + reason + (isPassed ? ".passed" : ".failed"));
              return switch (reason) {
                case POSTING_INACTIVE, OPTED_OUT -> new Gate(title, isPassed, "", "");
                case NO_SHARED_DOMAIN ->
                    new Gate(
                        title,
                        isPassed,
                        joined(posting.domains(), wording),
                        joined(domains, wording));
                case NO_SHARED_SKILL ->
                    new Gate(
                        title,
                        isPassed,
                        joined(posting.skills(), wording),
                        joined(skills, wording));
              };
            })
        .toList();
  }

  private static String joined(List<String> names, Wording wording) {
    Stream<String> more =
        names.size() > MOST
            ? Stream.of(wording.text("page.more", names.size() - MOST))
            : Stream.empty();
    return names.isEmpty()
        ? wording.text("pair.none")
        : String.join(", ", Stream.concat(names.stream().limit(MOST), more).toList());
  }
}
