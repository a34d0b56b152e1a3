package dev.entente.server.pages.postings;

import dev.entente.matching.vocabulary.Suggestion;
import dev.entente.matching.vocabulary.Vocabulary;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The parts of a posting's form that know the tables of skills and domains.
@Controller
class NamesPage {
  private static final int MOST = 8;

  /// What somebody types.
  ///
  /// @param kind `skill` or `domain`
  /// @param q its beginning, or a part of it
  record Typed(@NotNull @Pattern(regexp = "skill|domain") String kind, @Size(max = 200) String q) {
    Typed(String kind, @Nullable String q) {
      this.kind = kind;
      this.q = q == null ? "" : q;
    }
  }

  /// The names of a field as a [NameList].
  record Written(@Nullable String kind, @Nullable String names) {}

  // Without its parameter, the address is that of a posting of this id.
  @GetMapping(path = "/postings/names", params = "kind")
  String suggest(Typed typed, Model model) {
    List<Suggestion> found =
        kind(typed.kind()) == Chip.Kind.SKILL
            ? Vocabulary.suggestSkills(typed.q(), MOST)
            : Vocabulary.suggestDomains(typed.q(), MOST);
    model.addAttribute("suggestions", found);
    return "postings/names :: options";
  }

  @PostMapping("/postings/names")
  String understand(Written written, Model model) {
    String names = written.names() == null ? "" : written.names();
    model.addAttribute("chips", Chip.of(kind(written.kind()), names));
    return "postings/names :: chips";
  }

  private static Chip.Kind kind(@Nullable String kind) {
    return "domain".equals(kind) ? Chip.Kind.DOMAIN : Chip.Kind.SKILL;
  }
}
