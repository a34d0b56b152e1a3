package dev.entente.server.nights;

import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// A bad night in the health of the service, for people and monitors. Whatever kills or drains a
/// service asks the groups `liveness` and `readiness` instead, which do not know nights: a service
/// whose night failed answers as well as before.
@Component
final class NightHealthIndicator implements HealthIndicator {
  private final NightWatch watch;

  NightHealthIndicator(NightWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    try {
      NightStatus status = watch.look().status();
      return status.isRed()
          ? Health.status(new Status(Status.DOWN.getCode(), reason(status))).build()
          : Health.up().build();
    } catch (DataAccessException e) {
      return Health.unknown().build(); // that the database is away is said beside
    }
  }

  private static String reason(NightStatus status) {
    return "night-" + status.name().toLowerCase(Locale.ROOT);
  }
}
