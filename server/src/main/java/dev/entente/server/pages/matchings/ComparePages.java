package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page that shows a few candidates of a list side by side.
@Controller
class ComparePages {
  private static final int MOST = 4;

  /// Who is compared.
  ///
  /// @param m ids of matchings; what follows a colon is the status that was seen, of which nothing
  ///   is made here
  record Chosen(
      @Size(max = 300)
          List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,64}(:[A-Z]{1,20})?") String> m) {
    Chosen(@Nullable List<String> m) {
      this.m =
          m == null
              ? List.of()
              : m.stream().map(one -> one.replaceFirst(":.*", "")).distinct().toList();
    }
  }

  private final MatchingLists lists;
  private final StoredPosting.Finder postings;
  private final MessageSource messages;

  ComparePages(MatchingLists lists, StoredPosting.Finder postings, MessageSource messages) {
    this.lists = lists;
    this.postings = postings;
    this.messages = messages;
  }

  @GetMapping("/postings/{id}/compare")
  String compare(@PathVariable String id, Chosen chosen, Locale language, Model model) {
    var wording = new Wording(messages, language);
    StoredPosting stored =
        postings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
    PostingFacts posting = PostingFacts.of(stored, wording);
    List<ExplainedMatching> found =
        chosen.m().size() > MOST ? List.of() : lists.explain(id, chosen.m());
    model.addAttribute("posting", posting);
    model.addAttribute("chosen", chosen.m().size());
    model.addAttribute("gone", chosen.m().size() - found.size());
    model.addAttribute(
        "comparison", found.size() < 2 ? null : Comparison.of(found, posting, wording));
    return "matchings/compare";
  }
}
