package dev.entente.server.pages.candidates;

import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.live.Outlooks;
import dev.entente.server.matchings.CandidateLists;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.StandingConditions;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/// The page of one candidate: what is known, where he or she is ranked, and where not.
@Controller
class CandidatePages {
  private static final int LISTS = 50;

  private final CandidateProfile.Finder candidates;
  private final CandidateLists lists;
  private final Outlooks outlooks;
  private final StandingConditions standing;
  private final InstantSource clock;
  private final MessageSource messages;

  CandidatePages(
      CandidateProfile.Finder candidates,
      CandidateLists lists,
      Outlooks outlooks,
      StandingConditions standing,
      InstantSource clock,
      MessageSource messages) {
    this.candidates = candidates;
    this.lists = lists;
    this.outlooks = outlooks;
    this.standing = standing;
    this.clock = clock;
    this.messages = messages;
  }

  /// Which of the lists that name a candidate are shown.
  ///
  /// @param page from 1
  record Query(@Min(1) @Max(10_000) @Nullable Integer page) {
    private int index() {
      return page == null ? 0 : page - 1;
    }
  }

  @GetMapping("/candidates/{id}")
  String candidate(@PathVariable String id, @Valid Query query, Locale language, Model model) {
    var wording = new Wording(messages, language);
    CandidateProfile profile =
        candidates.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_CANDIDATE, id));
    model.addAttribute(
        "profile", ProfileView.of(profile, standing.at(clock.instant()).asOf(), wording));
    addLists(profile, query, wording, model);
    model.addAttribute(
        "outlook",
        profile.facts().map(facts -> OutlookView.of(outlooks.of(facts), wording)).orElse(null));
    return "candidates/candidate";
  }

  private void addLists(CandidateProfile profile, Query query, Wording wording, Model model) {
    CandidateLists.Page found = lists.placings(profile.id(), query.index(), LISTS);
    int page = found.offset() / LISTS + 1;
    model.addAttribute(
        "placings",
        found.placings().stream()
            .map(placing -> PlacingLine.of(placing, profile.facts(), wording))
            .toList());
    model.addAttribute("total", found.total());
    model.addAttribute(
        "range",
        wording.text(
            "page.postings.range",
            wording.whole(found.offset() + 1),
            wording.whole(found.offset() + found.placings().size()),
            wording.whole(found.total())));
    model.addAttribute("previous", page > 1 ? at(profile.id(), page - 1) : null);
    model.addAttribute("next", page * LISTS < found.total() ? at(profile.id(), page + 1) : null);
  }

  private static String at(String id, int page) {
    return UriComponentsBuilder.fromPath("/candidates/{id}")
        .queryParam("page", page)
        .fragment("lists")
        .encode()
        .buildAndExpand(id)
        .toUriString();
  }
}
