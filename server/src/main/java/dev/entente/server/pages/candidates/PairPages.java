package dev.entente.server.pages.candidates;

import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.live.PairOutlook;
import dev.entente.server.live.PairOutlooks;
import dev.entente.server.matchings.StatusHistory;
import dev.entente.server.matchings.StatusMove;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingFilter;
import dev.entente.server.postings.PostingSearch;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages that say why a candidate is, or is not, in the list of a posting.
@Controller
class PairPages {
  private static final int FOUND = 20;

  private final CandidateProfile.Finder candidates;
  private final StoredPosting.Finder postings;
  private final PostingSearch search;
  private final PairOutlooks outlooks;
  private final StatusHistory history;
  private final MessageSource messages;

  PairPages(
      CandidateProfile.Finder candidates,
      StoredPosting.Finder postings,
      PostingSearch search,
      PairOutlooks outlooks,
      StatusHistory history,
      MessageSource messages) {
    this.candidates = candidates;
    this.postings = postings;
    this.search = search;
    this.outlooks = outlooks;
    this.history = history;
    this.messages = messages;
  }

  /// Which posting is meant.
  ///
  /// @param q words of its title, or its id
  record Query(@Size(max = 200) @Nullable String q) {
    private String text() {
      return q == null ? "" : q;
    }
  }

  /// Leads to the page about the pair if one posting is meant, else shows those that may be.
  @GetMapping("/candidates/{id}/postings")
  String find(
      @PathVariable String id,
      @Valid Query query,
      Locale language,
      Model model,
      RedirectAttributes address) {
    CandidateProfile candidate = candidate(id);
    List<PostingSearch.Overview> found =
        search.find(PostingFilter.of(query.text()), 0, FOUND).postings();
    Optional<String> meant =
        postings
            .find(query.text())
            .map(StoredPosting::id)
            .or(() -> found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty());
    if (meant.isPresent()) {
      address.addAttribute("id", id);
      address.addAttribute("posting", meant.get());
      return "redirect:/candidates/{id}/postings/{posting}";
    }
    var wording = new Wording(messages, language);
    model.addAttribute("person", PersonLine.of(candidate.listing(), Optional.empty(), wording));
    model.addAttribute("q", query.text());
    model.addAttribute("postings", found);
    model.addAttribute("isCut", found.size() == FOUND);
    return "candidates/postings";
  }

  @GetMapping("/candidates/{id}/postings/{postingId}")
  String pair(
      @PathVariable String id, @PathVariable String postingId, Locale language, Model model) {
    var wording = new Wording(messages, language);
    CandidateProfile candidate = candidate(id);
    StoredPosting stored =
        postings
            .find(postingId)
            .orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, postingId));
    PairOutlook outlook = outlooks.of(stored, id, candidate.facts());
    PostingFacts posting = PostingFacts.of(stored, wording);
    model.addAttribute("person", PersonLine.of(candidate.listing(), Optional.empty(), wording));
    model.addAttribute("posting", posting);
    model.addAttribute(
        "pair", PairView.of(outlook, rejection(outlook), posting, candidate, wording));
    return "candidates/pair";
  }

  private CandidateProfile candidate(String id) {
    return candidates.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_CANDIDATE, id));
  }

  private Optional<StatusMove> rejection(PairOutlook outlook) {
    return outlook.place() instanceof PairOutlook.Rejected(var row)
        ? history.of(row.matchingId()).stream().findFirst()
        : Optional.empty();
  }
}
