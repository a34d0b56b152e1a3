package dev.entente.server.pages.candidates;

import dev.entente.server.candidates.CandidateSearch;
import dev.entente.server.candidates.Listing;
import dev.entente.server.matchings.CandidateLists;
import dev.entente.server.matchings.CandidateLists.Standing;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// The page that lists candidates and finds one.
@Controller
class CandidatesPage {
  private static final int SIZE = 50;

  private final CandidateSearch search;
  private final CandidateLists lists;
  private final StoredPosting.Finder postings;
  private final MessageSource messages;

  CandidatesPage(
      CandidateSearch search,
      CandidateLists lists,
      StoredPosting.Finder postings,
      MessageSource messages) {
    this.search = search;
    this.lists = lists;
    this.postings = postings;
    this.messages = messages;
  }

  /// Which candidates are looked for.
  ///
  /// @param q beginnings of words of name, headline, e-mail or id
  /// @param page from 1
  /// @param posting whose list the reader misses somebody in; null shows all candidates as such
  record Query(
      @Size(max = 200) @Nullable String q,
      @Min(1) @Max(1_000_000) @Nullable Integer page,
      @BindParam("for") @Size(max = 128) @Nullable String posting) {
    private String text() {
      return q == null ? "" : q;
    }

    private int index() {
      return page == null ? 0 : page - 1;
    }

    // What people write may look like a variable of an address, so each value is one.
    private String at(int otherPage) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("for", posting == null ? "" : posting);
      parts.put("q", text());
      parts.put("page", String.valueOf(otherPage));
      parts.values().removeIf(String::isEmpty);
      var address = UriComponentsBuilder.fromPath("/candidates");
      parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
      return address.encode().buildAndExpand(parts).toUriString();
    }
  }

  @GetMapping("/candidates")
  String list(@Valid Query query, Locale language, Model model) {
    var wording = new Wording(messages, language);
    CandidateSearch.Page found = search.find(query.text(), query.index(), SIZE);
    int page = found.offset() / SIZE + 1;
    model.addAttribute("q", query.text());
    model.addAttribute("posting", posting(query, wording));
    model.addAttribute("total", found.total());
    model.addAttribute("people", lines(found.candidates(), wording));
    model.addAttribute("range", range(found, wording));
    model.addAttribute("previous", page > 1 ? query.at(page - 1) : null);
    int reached = page * SIZE;
    boolean hasNext = reached < Math.min(found.total(), CandidateSearch.REACH);
    model.addAttribute("next", hasNext ? query.at(page + 1) : null);
    model.addAttribute(
        "beyond",
        !hasNext && reached < found.total()
            ? wording.text("candidates.beyond", CandidateSearch.REACH, found.total() - reached)
            : "");
    return "candidates/list";
  }

  private @Nullable PostingFacts posting(Query query, Wording wording) {
    String id = query.posting();
    if (id == null) {
      return null;
    }
    return postings
        .find(id)
        .map(stored -> PostingFacts.of(stored, wording))
        .orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
  }

  private List<PersonLine> lines(List<Listing> candidates, Wording wording) {
    Map<String, Standing> standings =
        lists.standings(candidates.stream().map(Listing::id).toList());
    return candidates.stream()
        .map(one -> PersonLine.of(one, Optional.ofNullable(standings.get(one.id())), wording))
        .toList();
  }

  private static String range(CandidateSearch.Page found, Wording wording) {
    return wording.text(
        "page.postings.range",
        wording.whole(found.offset() + 1),
        wording.whole(found.offset() + found.candidates().size()),
        wording.whole(found.total()));
  }
}
