package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.EventQuery;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which events a page lists, as its address says.
///
/// @param name in full; empty for all
/// @param from the first day, in UTC; empty for no first
/// @param until the last day, in UTC; empty for no last
/// @param own `yes` lists events of the engine's own too
/// @param before the id of the last event of the page before; empty for the first page
/// @param sent the id of an event that was just sent elsewhere; empty otherwise
record EventFilters(
    @Size(max = 512) String name,
    @Pattern(regexp = DAY) String from,
    @Pattern(regexp = DAY) String until,
    @Pattern(regexp = "|yes") String own,
    @Size(max = 100) String before,
    @Size(max = 100) String sent) {
  private static final String DAY = "|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

  /// All events but the engine's own, the newest.
  static final EventFilters NONE = new EventFilters(null, null, null, null, null, null);

  // The 31st of a shorter month is its last day.
  private static final DateTimeFormatter DAYS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  EventFilters(
      @Nullable String name,
      @Nullable String from,
      @Nullable String until,
      @Nullable String own,
      @Nullable String before,
      @Nullable String sent) {
    this.name = name == null ? "" : name;
    this.from = from == null ? "" : from;
    this.until = until == null ? "" : until;
    this.own = own == null ? "" : own;
    this.before = before == null ? "" : before;
    this.sent = sent == null ? "" : sent;
  }

  public boolean isFirst() {
    return before.isEmpty();
  }

  public boolean isAny() {
    return !(name + from + until + own).isEmpty();
  }

  EventQuery query() {
    return new EventQuery(
        given(name),
        day(from).map(EventFilters::start),
        day(until).map(last -> start(last.plusDays(1))),
        given(before),
        !own.isEmpty());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }

  private static Optional<LocalDate> day(String text) {
    return given(text).map(day -> LocalDate.parse(day, DAYS));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The address of a page of the same events.
  ///
  /// @param last the id of the last event of the page before; empty for the first page
  String address(String last) {
    var address = UriComponentsBuilder.fromPath("/events");
    given(name).ifPresent(_ -> address.queryParam("name", "{name}"));
    given(from).ifPresent(day -> address.queryParam("from", day));
    given(until).ifPresent(day -> address.queryParam("until", day));
    given(own).ifPresent(yes -> address.queryParam("own", yes));
    given(last).ifPresent(_ -> address.queryParam("before", "{last}"));
    return address.encode().buildAndExpand(Map.of("name", name, "last", last)).toString();
  }
}
