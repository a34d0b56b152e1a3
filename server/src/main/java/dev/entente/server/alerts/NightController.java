package dev.entente.server.alerts;

import dev.entente.server.nights.Night;
import dev.entente.server.nights.NightRun;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.nights.NightState;
import dev.entente.server.nights.NightStatus;
import dev.entente.server.nights.NightWatch;
import dev.entente.server.nights.NightWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The route of the latest night.
@RestController
@Tag(name = "runs")
class NightController {
  private static final int ALERTS = 20;

  /// @param sentence the same in words
  /// @param night the day on which the night that is spoken of began, in `zone`
  /// @param run the run that is spoken of; null if there is none
  /// @param next when the next night begins; null if none does by itself
  /// @param alerts the latest that were told, latest first
  record NightAnswer(
      NightStatus status,
      String sentence,
      LocalDate night,
      String zone,
      Instant startsAt,
      Instant deadline,
      @Nullable UUID run,
      @Nullable Instant next,
      List<ToldAlert> alerts) {}

  private final NightWatch watch;
  private final NightSettings settings;
  private final ToldAlert.Finder alerts;

  NightController(NightWatch watch, NightSettings settings, ToldAlert.Finder alerts) {
    this.watch = watch;
    this.settings = settings;
    this.alerts = alerts;
  }

  @GetMapping("/api/night")
  @Operation(summary = "What became of the latest night, when the next begins, who was told")
  NightAnswer get(Locale locale) {
    NightState state = watch.look();
    return new NightAnswer(
        state.status(),
        new NightWords(locale, settings.zone()).sentence(state),
        state.night().date(),
        settings.zone().getId(),
        state.night().begin(),
        state.night().deadline(),
        state.run().map(NightRun::id).orElse(null),
        state.next().map(Night::begin).orElse(null),
        alerts.list(ALERTS));
  }
}
