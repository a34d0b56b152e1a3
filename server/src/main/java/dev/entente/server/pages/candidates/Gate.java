package dev.entente.server.pages.candidates;

import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    Function<Reason, String> title =
        reason ->
            wording.text("pair.gate." + reason + (failed.contains(reason) ? ".failed" : ".passed"));
    return List.of(
        new Gate(
            title.apply(Reason.POSTING_INACTIVE),
            !failed.contains(Reason.POSTING_INACTIVE),
            "",
            ""),
        new Gate(title.apply(Reason.OPTED_OUT), !failed.contains(Reason.OPTED_OUT), "", ""),
        new Gate(
            title.apply(Reason.NO_SHARED_DOMAIN),
            !failed.contains(Reason.NO_SHARED_DOMAIN),
            joined(posting.domains(), wording),
            joined(domains, wording)),
        new Gate(
            title.apply(Reason.NO_SHARED_SKILL),
            !failed.contains(Reason.NO_SHARED_SKILL),
            joined(posting.skills(), wording),
            joined(skills, wording)));
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
