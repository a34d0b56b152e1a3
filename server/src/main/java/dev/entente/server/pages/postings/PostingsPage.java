package dev.entente.server.pages.postings;

import dev.entente.server.matchings.ListSummary;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.pages.runs.RunView;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingSearch;
import dev.entente.server.postings.PostingSearch.Overview;
import dev.entente.server.runs.RunHistory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of all job postings, with the state of the latest run.
@Controller
class PostingsPage {
  private static final int SIZE = 50;

  /// Which postings are shown.
  ///
  /// @param q words of the title, all where absent
  /// @param page from 1
  record Query(@Size(max = 200) String q, @Min(1) @Max(100_000) Integer page) {
    Query(@Nullable String q, @Nullable Integer page) {
      this.q = q == null ? "" : q;
      this.page = page == null ? Integer.valueOf(1) : page;
    }
  }

  private final PostingSearch search;
  private final MatchingLists lists;
  private final RunHistory runs;
  private final MessageSource messages;

  PostingsPage(PostingSearch search, MatchingLists lists, RunHistory runs, MessageSource messages) {
    this.search = search;
    this.lists = lists;
    this.runs = runs;
    this.messages = messages;
  }

  @GetMapping("/")
  String show(Query query, Locale language, Model model) {
    var wording = new Wording(messages, language);
    PostingSearch.Page found = search.find(query.q(), query.page() - 1, SIZE);
    int end = found.offset() + found.postings().size();
    model.addAttribute("q", query.q());
    model.addAttribute("postings", lines(found.postings(), wording));
    model.addAttribute("total", found.total());
    model.addAttribute(
        "range", wording.text("page.postings.range", found.offset() + 1, end, found.total()));
    model.addAttribute("previous", found.offset() / SIZE);
    model.addAttribute("next", end < found.total() ? end / SIZE + 1 : 0);
    model.addAttribute("run", runs.findLatest().map(run -> RunView.of(run, wording)).orElse(null));
    return "postings/list";
  }

  private List<PostingLine> lines(List<Overview> postings, Wording wording) {
    List<ListSummary> summaries = lists.summaries(postings.stream().map(Overview::id).toList());
    List<PostingLine> lines = new ArrayList<>();
    for (int i = 0; i < postings.size(); i++) {
      lines.add(PostingLine.of(postings.get(i), summaries.get(i), wording));
    }
    return lines;
  }
}
