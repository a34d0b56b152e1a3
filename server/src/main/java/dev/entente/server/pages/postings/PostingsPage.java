package dev.entente.server.pages.postings;

import dev.entente.server.matchings.ListSummary;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.pages.runs.RunView;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingSearch;
import dev.entente.server.postings.PostingSearch.Overview;
import dev.entente.server.runs.RunHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of all job postings, with the state of the latest run.
@Controller
class PostingsPage {
  private static final int SIZE = 50;

  // More of them are no choice; then one types what one looks for.
  private static final int MOST_COMPANIES = 200;

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
  String show(PostingsQuery query, Locale language, Model model) {
    var wording = new Wording(messages, language);
    PostingSearch.Page found = search.find(query.filter(), query.page() - 1, SIZE);
    List<String> companies = search.companies(MOST_COMPANIES + 1);
    model.addAttribute("query", query);
    model.addAttribute("isEmpty", companies.isEmpty());
    model.addAttribute("companies", companies.size() > MOST_COMPANIES ? List.of() : companies);
    model.addAttribute("columns", Column.all(query));
    model.addAttribute("postings", lines(found.postings(), wording));
    model.addAttribute("count", wording.text("page.postings.count", found.total()));
    addPaging(found, query, wording, model);
    model.addAttribute("run", runs.findLatest().map(run -> RunView.of(run, wording)).orElse(null));
    return "postings/list";
  }

  private static void addPaging(
      PostingSearch.Page found, PostingsQuery query, Wording wording, Model model) {
    int end = found.offset() + found.postings().size();
    int page = found.offset() / SIZE + 1;
    model.addAttribute(
        "range", wording.text("page.postings.range", found.offset() + 1, end, found.total()));
    model.addAttribute("previous", page > 1 ? query.page(page - 1) : null);
    model.addAttribute("next", end < found.total() ? query.page(page + 1) : null);
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
