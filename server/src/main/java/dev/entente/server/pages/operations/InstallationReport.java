package dev.entente.server.pages.operations;

import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The installation as plain text, to be sent to somebody: of settings those that are set, of
/// checks what was found last.
final class InstallationReport {
  private InstallationReport() {}

  static String of(
      List<InstallationFacts.Fact> facts,
      List<SettingGroup> settings,
      @Nullable ChecksView checks,
      Wording wording) {
    Stream<String> told =
        facts.stream().map(fact -> wording.text("ops.report.line", fact.name(), fact.value()));
    Stream<String> set =
        settings.stream()
            .flatMap(group -> group.settings().stream())
            .filter(SettingView::isSet)
            .map(one -> wording.text("ops.report.set", one.name(), one.value(), one.place()));
    return Stream.of(told, set, found(checks, wording))
        .map(lines -> lines.collect(Collectors.joining("\n")))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> found(@Nullable ChecksView checks, Wording wording) {
    return checks == null
        ? Stream.of()
        : Stream.concat(
            Stream.of(wording.text("ops.report.line", checks.headline(), checks.at().shown())),
            checks.parts().stream()
                .flatMap(
                    part ->
                        part.lines().stream()
                            .map(line -> line.word() + " " + part.name() + " " + line.message())));
  }
}
