package dev.entente.server.pages.postings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.Ranking;
import dev.entente.server.matchings.CandidateSummaries;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.rankings.Rankings;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;

/// The part of a posting's form that says who would be in its list.
@Controller
class PreviewPage {
  private static final int PLACES = 5;

  // What a document must have and no score depends on.
  private static final String SOME = "preview";

  private final Rankings rankings;
  private final CandidateSummaries candidates;
  private final StoredPosting.Finder postings;
  private final ProposedIds ids;
  private final MessageSource messages;

  PreviewPage(
      Rankings rankings,
      CandidateSummaries candidates,
      StoredPosting.Finder postings,
      ProposedIds ids,
      MessageSource messages) {
    this.rankings = rankings;
    this.candidates = candidates;
    this.postings = postings;
    this.ids = ids;
    this.messages = messages;
  }

  @PostMapping("/postings/preview")
  String show(PostingForm form, Locale language, Model model) {
    var wording = new Wording(messages, language);
    boolean isNew = form.revision().isEmpty();
    model.addAttribute("proposed", isNew ? ids.propose(form.title()) : "");
    if (NameList.read(form.domains()).isEmpty() || NameList.read(form.skills()).isEmpty()) {
      model.addAttribute("sentence", wording.text("page.posting.preview.begin"));
    } else {
      switch (DocumentForm.posting().check(document(form).toString().getBytes(UTF_8))) {
        case Checked.Valid<PostingDocument>(var document) ->
            model.addAttribute("preview", view(document, wording));
        case Checked.Invalid<PostingDocument> _ ->
            model.addAttribute("sentence", wording.text("page.posting.preview.wrong"));
      }
    }
    return "postings/preview :: preview";
  }

  // What its place in the world needs is there already: nobody is told about that while typing.
  private ObjectNode document(PostingForm form) {
    String stored =
        form.revision().isEmpty()
            ? "{}"
            : postings.find(form.id()).map(StoredPosting::document).orElse("{}");
    ObjectNode document = form.on(stored);
    document.put("id", SOME).put("companyId", SOME).put("active", true);
    if (!document.has("title")) {
      document.put("title", "");
    }
    return document;
  }

  private PreviewView view(PostingDocument document, Wording wording) {
    Ranking ranking = rankings.preview(document, PLACES);
    List<String> best =
        ranking.matchings().stream().map(Matching::candidate).map(id -> id.value()).toList();
    return PreviewView.of(ranking, candidates.of(best), wording);
  }
}
