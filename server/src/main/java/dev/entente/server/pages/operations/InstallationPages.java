package dev.entente.server.pages.operations;

import dev.entente.server.doctor.Diagnosis;
import dev.entente.server.doctor.settings.SettingsInForce;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// The page of the installation: what the doctor finds, the settings, the versions.
@Controller
class InstallationPages {
  private final Examinations examinations;
  private final SettingsInForce settings;
  private final InstallationFacts facts;
  private final MessageSource messages;

  InstallationPages(
      Examinations examinations,
      SettingsInForce settings,
      InstallationFacts facts,
      MessageSource messages) {
    this.examinations = examinations;
    this.settings = settings;
    this.facts = facts;
    this.messages = messages;
  }

  /// The page with what was found last: it comes at once.
  @GetMapping("/installation")
  String show(Locale language, Model model) {
    return page(examinations.findLatest(language), language, model);
  }

  /// The same behind an examination: a page, or the part of one that a script asks for.
  @GetMapping("/installation/checks")
  String check(
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
      Locale language,
      Model model) {
    String page = page(Optional.of(examinations.examine(language)), language, model);
    return script == null ? page : page + " :: examined";
  }

  private String page(Optional<Diagnosis> diagnosis, Locale language, Model model) {
    var wording = new Wording(messages, language);
    ChecksView checks = diagnosis.map(found -> ChecksView.of(found, wording)).orElse(null);
    List<SettingGroup> groups = SettingGroup.of(settings.list(), wording);
    List<InstallationFacts.Fact> told = facts.list(wording);
    model.addAttribute("checks", checks);
    model.addAttribute("groups", groups);
    model.addAttribute("facts", told);
    model.addAttribute("report", InstallationReport.of(told, groups, checks, wording));
    return "operations/installation";
  }
}
