package dev.entente.server.alerts;

import dev.entente.server.alerts.AlertOutbox.Fact;
import dev.entente.server.channels.Alert;
import dev.entente.server.channels.AlertBody;
import dev.entente.server.channels.AlertSettings;
import dev.entente.server.nights.NightRun;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.nights.NightState;
import dev.entente.server.nights.NightStatus;
import dev.entente.server.nights.NightWatch;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells facts from states: what is to be told of the latest night.
@Component
class AlertFacts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FAILED_POSTINGS = 20;

  private final NightWatch watch;
  private final NightSettings nights;
  private final AlertSettings settings;

  AlertFacts(NightWatch watch, NightSettings nights, AlertSettings settings) {
    this.watch = watch;
    this.nights = nights;
    this.settings = settings;
  }

  /// What is wrong with a night; empty if nothing is.
  Optional<Fact> problem(NightState state) {
    return type(state.status())
        .map(
            type ->
                fact(
                    type,
                    state.run().map(run -> run.id().toString()).orElse(missed(state)),
                    state));
  }

  private static Optional<Alert.Type> type(NightStatus status) {
    return switch (status) {
      case FAILED -> Optional.of(Alert.Type.FAILED);
      case MISSED -> Optional.of(Alert.Type.MISSED);
      case PARTIAL -> Optional.of(Alert.Type.INCOMPLETE);
      case OFF, AWAITED, RUNNING, FINE -> Optional.empty();
    };
  }

  private static String missed(NightState state) {
    return state.night().begin().toString();
  }

  /// That a night is as it should be, after another was not; empty if it is not.
  ///
  /// @param last what was told last
  Optional<Fact> recovery(NightState state, Alert last) {
    boolean isFine = state.run().filter(NightRun::isWhole).isPresent();
    return isFine && last.type() != Alert.Type.RECOVERED
        ? Optional.of(fact(Alert.Type.RECOVERED, last.id().toString(), state))
        : Optional.empty();
  }

  private Fact fact(Alert.Type type, String fact, NightState state) {
    Instant occurredAt = state.run().map(NightRun::finishedAt).orElse(state.night().deadline());
    var body = new AlertBody(type.id(), occurredAt, data(state));
    return new Fact(type, fact, occurredAt, JSON.writeValueAsString(body));
  }

  private AlertBody.Data data(NightState state) {
    return new AlertBody.Data(
        state.night().date(),
        nights.zone(),
        state.night().begin(),
        state.night().deadline(),
        state.run().map(this::run).orElse(null),
        AlertBody.link(
            settings.origin(),
            state.run().map(run -> "/api/runs/" + run.id()).orElse("/api/runs")));
  }

  private AlertBody.Run run(NightRun run) {
    return AlertBody.Run.of(run, watch.listFailedPostings(run.id(), FAILED_POSTINGS));
  }
}
