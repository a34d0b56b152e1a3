package dev.entente.server.pages.postings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.server.intake.DocumentStore;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingSearch;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages on which a job posting is written and changed.
@Controller
class PostingEditor {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final DocumentStore<PostingDocument> store;
  private final StoredPosting.Finder postings;
  private final PostingSearch search;
  private final ProposedIds ids;
  private final MessageSource messages;

  PostingEditor(
      DocumentStore<PostingDocument> store,
      StoredPosting.Finder postings,
      PostingSearch search,
      ProposedIds ids,
      MessageSource messages) {
    this.store = store;
    this.postings = postings;
    this.search = search;
    this.ids = ids;
    this.messages = messages;
  }

  @GetMapping("/postings/new")
  String begin(Locale language, Model model) {
    return page(language, model).show(PostingForm.empty(), Optional.empty(), FormErrors.NONE);
  }

  @PostMapping("/postings/new")
  String create(PostingForm form, Locale language, Model model, HttpServletResponse response) {
    var wording = new Wording(messages, language);
    PostingForm named = form.id().isEmpty() ? form.withId(ids.propose(form.title())) : form;
    byte[] document = bytes(named, "{}");
    FormErrors errors = errors(document, wording);
    if (errors.isEmpty() && ProposedIds.isNoAddress(named.id())) {
      errors = FormErrors.of("id", wording.text("page.posting.form.problem.RESERVED"), wording);
    }
    if (errors.isEmpty()) {
      if (isStored(named.id(), document, () -> postings.lock(named.id()).isEmpty())) {
        return saved(named.id());
      }
      String taken = wording.text("page.posting.form.problem.TAKEN", named.id());
      errors = FormErrors.of("id", taken, wording);
    }
    response.setStatus(UNPROCESSABLE);
    return page(language, model).show(form, Optional.empty(), errors);
  }

  @GetMapping("/postings/{id}/edit")
  String edit(@PathVariable String id, Locale language, Model model) {
    StoredPosting stored =
        postings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
    PostingForm form = PostingForm.of(stored.document(), stored.revision());
    return page(language, model).show(form, Optional.of(stored), FormErrors.NONE);
  }

  @PostMapping("/postings/{id}/edit")
  String change(
      @PathVariable String id,
      PostingForm typed,
      Locale language,
      Model model,
      HttpServletResponse response) {
    PostingForm form = typed.withId(id);
    Optional<StoredPosting> found = postings.find(id);
    if (found.isEmpty()) {
      response.setStatus(CONFLICT);
      return page(language, model).showErased(form);
    }
    StoredPosting stored = found.get();
    if (isOf(stored.revision(), form)) {
      byte[] document = bytes(form, stored.document());
      FormErrors errors = errors(document, new Wording(messages, language));
      if (!errors.isEmpty()) {
        response.setStatus(UNPROCESSABLE);
        return page(language, model).show(form, found, errors);
      }
      if (isStored(
          id, document, () -> postings.lock(id).filter(now -> isOf(now, form)).isPresent())) {
        return saved(id);
      }
    }
    response.setStatus(CONFLICT);
    return postings
        .find(id)
        .map(now -> page(language, model).showStale(form, now))
        .orElseGet(() -> page(language, model).showErased(form));
  }

  private static boolean isOf(long revision, PostingForm form) {
    return form.revision().equals(String.valueOf(revision));
  }

  private static byte[] bytes(PostingForm form, String stored) {
    return form.on(stored).toString().getBytes(UTF_8);
  }

  private static FormErrors errors(byte[] document, Wording wording) {
    return switch (DocumentForm.posting().check(document)) {
      case Checked.Valid<PostingDocument> _ -> FormErrors.NONE;
      case Checked.Invalid<PostingDocument>(var problems) -> FormErrors.of(problems, wording);
    };
  }

  private boolean isStored(String id, byte[] document, BooleanSupplier isAsRead) {
    return store.putIf(id, document, isAsRead).isPresent();
  }

  private static String saved(String id) {
    return "redirect:/postings/" + id + "?saved=true";
  }

  private FormPage page(Locale language, Model model) {
    return new FormPage(search, new Wording(messages, language), model);
  }
}
