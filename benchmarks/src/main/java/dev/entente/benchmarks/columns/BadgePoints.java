package dev.entente.benchmarks.columns;

import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.BadgeTier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The points of the valid badges of a candidate: one a code, its highest tier.
final class BadgePoints {
  private BadgePoints() {}

  static int of(List<Badge> badges, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    Map<String, Integer> best = new HashMap<>();
    for (Badge badge : badges) {
      if (badge.validUntil().filter(today::isAfter).isEmpty()) {
        best.merge(badge.code(), points(badge.tier()), Math::max);
      }
    }
    return best.values().stream().mapToInt(points -> points).sum();
  }

  private static int points(BadgeTier tier) {
    return switch (tier) {
      case BRONZE -> 1;
      case SILVER -> 2;
      case GOLD -> 3;
    };
  }
}
