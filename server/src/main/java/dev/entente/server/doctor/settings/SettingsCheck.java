package dev.entente.server.doctor.settings;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.settings.SettingsSource;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether all that is set is known, has its form and fits together.
public final class SettingsCheck implements Check {
  private static final Pattern OURS =
      Pattern.compile("(?:ENTENTE|INNGEST|GEMINI)_.*", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_SHOWN = 40;
  private static final NearestName NEAREST =
      new NearestName(KnownSettings.ALL.stream().map(Setting::name).toList());

  private final Settings settings;
  private final Supplier<Optional<String>> refusal;

  /// @param refusal the sentence with which the service would refuse these settings at its start
  public SettingsCheck(Settings settings, Supplier<Optional<String>> refusal) {
    this.settings = settings;
    this.refusal = refusal;
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public void examine(Notes notes) {
    List<Setting> set =
        KnownSettings.ALL.stream()
            .filter(setting -> !setting.isOfTheEnvironment())
            .filter(setting -> settings.get(setting.name()).isPresent())
            .toList();
    notes.ok(id(), set.isEmpty() ? "settings.none" : "settings.set", set.size(), list(set, notes));
    List<Setting> malformed =
        set.stream().filter(s -> KnownSettings.isMalformed(settings, s.name())).toList();
    malformed.forEach(setting -> tellForm(setting, notes));
    settings.sources().forEach(source -> tellNames(source, notes));
    if (malformed.isEmpty()) {
      tellCombinations(notes);
    }
  }

  private String list(List<Setting> set, Notes notes) {
    return settings.sources().stream()
        .flatMap(source -> list(set, source, notes).stream())
        .collect(Collectors.joining("; "));
  }

  private Optional<String> list(List<Setting> set, SettingsSource source, Notes notes) {
    String names =
        set.stream()
            .map(Setting::name)
            .filter(name -> settings.source(name).filter(source::equals).isPresent())
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names + " (" + place(Optional.of(source), notes) + ")");
  }

  private static String place(Optional<SettingsSource> source, Notes notes) {
    return source
        .flatMap(SettingsSource::file)
        .map(file -> String.valueOf(file.getFileName()))
        .orElseGet(() -> notes.text("settings.environment"));
  }

  private String id(String name) {
    return id() + "." + name;
  }

  private void tellForm(Setting setting, Notes notes) {
    String name = setting.name();
    String value = settings.get(name).orElse("");
    boolean isShown = setting.display() == Setting.Display.SHOWN && value.length() <= LONGEST_SHOWN;
    notes.broken(
        id(name),
        isShown ? "settings.form.shown" : "settings.form",
        name,
        place(settings.source(name), notes),
        notes.text("form." + setting.form().name()),
        isShown ? value : "");
  }

  private static void tellNames(SettingsSource source, Notes notes) {
    source.names().forEach(name -> tellName(source, notes, name));
  }

  private static void tellName(SettingsSource source, Notes notes, String name) {
    Optional<Setting> known = KnownSettings.find(name);
    if (known.isPresent()) {
      if (known.get().isOfTheEnvironment() && source.file().isPresent()) {
        notes.warn("settings." + name, "settings.environmentOnly", name, where(source, notes));
      }
    } else if (OURS.matcher(name).matches()) {
      tellUnknown(source, notes, name);
    } else {
      NEAREST
          .near(name)
          .ifPresent(
              near ->
                  notes.warn(
                      "settings." + name, "settings.near", name, where(source, notes), near));
    }
  }

  private static String where(SettingsSource source, Notes notes) {
    return source.file().map(String::valueOf).orElseGet(() -> notes.text("settings.environment"));
  }

  private static void tellUnknown(SettingsSource source, Notes notes, String name) {
    Optional<String> foreign = ForeignNames.owner(name);
    Optional<String> meant = NEAREST.meant(name);
    String kind =
        foreign
            .map(owner -> "settings.foreign." + owner)
            .orElse(meant.isPresent() ? "settings.unknown" : "settings.strange");
    notes.warn("settings." + name, kind, name, where(source, notes), meant.orElse(""));
  }

  private void tellCombinations(Notes notes) {
    refusal.get().ifPresent(sentence -> notes.brokenAsSaid("settings.together", sentence));
    if (is("ENTENTE_ENGINE", "inngest") && !isSet("INNGEST_SIGNING_KEY") && !isSet("INNGEST_DEV")) {
      notes.broken("settings.engine", "settings.engine");
    }
    boolean isMailSet = isSet("ENTENTE_ALERT_MAIL_TO") || isSet("ENTENTE_ALERT_MAIL_FROM");
    if (isMailSet && !isSet("ENTENTE_SMTP_URL")) {
      notes.warn("settings.mail", "settings.mail.server");
    }
    if (isSet("ENTENTE_SMTP_URL") && !isSet("ENTENTE_ALERT_MAIL_TO")) {
      notes.warn("settings.mail", "settings.mail.nobody");
    }
    if (isSet("ENTENTE_ALERT_WEBHOOK_SECRET") && !isSet("ENTENTE_ALERT_WEBHOOK_URL")) {
      notes.warn("settings.webhook", "settings.webhook");
    }
  }

  private boolean isSet(String name) {
    return settings.get(name).isPresent();
  }

  private boolean is(String name, String value) {
    return settings.get(name).filter(value::equals).isPresent();
  }
}
