package dev.entente.server.nights;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/// What became of a night, in words. Immutable.
public final class NightWords {
  private final Locale language;
  private final ZoneId zone;
  private final ResourceBundle texts;

  /// @param language French or English
  /// @param zone whose clock people read
  public NightWords(Locale language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    texts = ResourceBundle.getBundle("dev.entente.server.nights.night", language);
  }

  /// One sentence.
  public String sentence(NightState state) {
    Object[] facts = {
      date(state.night().date()),
      moment(state.night().begin()),
      moment(state.night().deadline()),
      state.run().map(NightRun::written).orElse(0),
      state.run().map(NightRun::postings).orElse(0),
      state.run().map(NightRun::failed).orElse(0),
      state.run().flatMap(NightRun::error).orElse("?")
    };
    return new MessageFormat(texts.getString(state.status().name()), language).format(facts);
  }

  /// A day, in full.
  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(date);
  }

  /// An instant to the minute, with the zone.
  public String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language)
            .withZone(zone)
            .format(instant)
        + " "
        + zone.getId();
  }
}
