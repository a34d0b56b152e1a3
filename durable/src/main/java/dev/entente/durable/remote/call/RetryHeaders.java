package dev.entente.durable.remote.call;

import dev.entente.durable.remote.http.Reply;
import dev.entente.inngest.function.Retry;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an answer says of the next attempt: `X-Inngest-No-Retry` decides where it stands, whatever
/// the status; `Retry-After` says when, and is kept to 1 second to 24 hours.
final class RetryHeaders {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,7}");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryHeaders() {}

  static Retry read(Reply reply, InstantSource clock) {
    if (reply.header("x-inngest-no-retry").filter("true"::equalsIgnoreCase).isPresent()) {
      return new Retry.Never();
    }
    return reply
        .header("retry-after")
        .flatMap(text -> delay(text.strip(), clock))
        .<Retry>map(delay -> new Retry.After(clamped(delay)))
        .orElseGet(Retry.Usual::new);
  }

  private static Optional<Duration> delay(String text, InstantSource clock) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return time(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> time(text, DateTimeFormatter.RFC_1123_DATE_TIME))
        .map(time -> Duration.between(clock.instant(), time));
  }

  private static Optional<Instant> time(String text, DateTimeFormatter form) {
    try {
      return Optional.of(OffsetDateTime.parse(text, form).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration clamped(Duration delay) {
    return delay.compareTo(SHORTEST) < 0
        ? SHORTEST
        : delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
