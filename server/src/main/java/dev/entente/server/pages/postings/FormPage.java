package dev.entente.server.pages.postings;

import dev.entente.documents.WorkMode;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingSearch;
import dev.entente.server.postings.StoredPosting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.ui.Model;

/// The page of a posting's form, as a model for its template.
final class FormPage {
  private static final int MOST_COMPANIES = 200;
  private static final List<String> CONTRACTS =
      List.of(
          "PERMANENT",
          "FIXED_TERM",
          "TEMPORARY",
          "SEASONAL",
          "APPRENTICESHIP",
          "INTERNSHIP",
          "FREELANCE");

  /// One thing that can be chosen.
  record Choice(String value, String word) {}

  private final PostingSearch search;
  private final Wording wording;
  private final Model model;

  FormPage(PostingSearch search, Wording wording, Model model) {
    this.search = search;
    this.wording = wording;
    this.model = model;
    model.addAttribute("differences", List.of());
    model.addAttribute("isErased", false);
  }

  /// @param stored what it edits; empty for a new posting
  String show(PostingForm form, Optional<StoredPosting> stored, FormErrors errors) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("isNew", stored.isEmpty());
    model.addAttribute("facts", stored.map(one -> PostingFacts.of(one, wording)).orElse(null));
    model.addAttribute("companies", search.companies(MOST_COMPANIES));
    model.addAttribute("levels", choices("level", names(ExperienceLevel.values())));
    model.addAttribute("workModes", choices("workMode", names(WorkMode.values())));
    model.addAttribute("contracts", contracts(form.contractType()));
    model.addAttribute("domainChips", Chip.of(Chip.Kind.DOMAIN, form.domains()));
    model.addAttribute("skillChips", Chip.of(Chip.Kind.SKILL, form.skills()));
    model.addAttribute("niceChips", Chip.of(Chip.Kind.SKILL, form.niceToHaveSkills()));
    return "postings/form";
  }

  /// Says that somebody else has stored something else meanwhile.
  String showStale(PostingForm form, StoredPosting stored) {
    PostingForm other = PostingForm.of(stored.document(), stored.revision());
    model.addAttribute("differences", Difference.between(other, form, wording));
    return show(form.at(stored.revision()), Optional.of(stored), FormErrors.NONE);
  }

  /// Says that somebody else has erased the posting meanwhile.
  String showErased(PostingForm form) {
    model.addAttribute("isErased", true);
    return show(form.erased(), Optional.empty(), FormErrors.NONE);
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private List<Choice> choices(String kind, List<String> values) {
    return values.stream().map(value -> new Choice(value, wording.word(kind, value))).toList();
  }

  // One that a platform calls in its own way stays.
  private List<Choice> contracts(String own) {
    Set<String> values = new LinkedHashSet<>(CONTRACTS);
    if (!own.isEmpty()) {
      values.add(own);
    }
    return choices("contractType", List.copyOf(values));
  }
}
