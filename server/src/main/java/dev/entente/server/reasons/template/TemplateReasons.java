package dev.entente.server.reasons.template;

import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.ReasonSource;
import dev.entente.server.reasons.template.TemplateText.Detail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The writer of reasons by rule: the same facts give the same text, always.
///
/// A text says what of the posting the candidate's profile covers and how it is shown, what is
/// missing, and how much evidence stands behind it. It tells no score and no rank, judges nobody,
/// and speaks of the profile, never of the person.
public final class TemplateReasons {
  /// The version of the texts: counted up whenever the same facts give other words.
  public static final int VERSION = 1;

  private static final int LONGEST = 600;
  // What is read at a glance; more only rather than naming little.
  private static final int PLEASANT = 450;

  /// From the most to the least; the last has no names and no results, and fits always.
  private static final List<Detail> DETAILS =
      List.of(
          new Detail(3, 3, 3),
          new Detail(3, 2, 2),
          new Detail(2, 1, 2),
          new Detail(1, 1, 1),
          new Detail(1, 0, 1),
          new Detail(0, 0, 0));

  private TemplateReasons() {}

  /// Writes two or three sentences; any thread may.
  ///
  /// Skills and domains whose name is absent, longer than 40 code points, or not fit for a line of
  /// text, are counted and not named; so are those of a long list behind its first.
  ///
  /// @return 40 to 600 code points, one line of plain text that ends with a full stop; numbers in
  ///   digits; in French with no-break spaces before the signs that ask for one
  public static String write(ReasonFacts facts, ReasonLanguage language) {
    Wording wording =
        switch (language) {
          case FRENCH -> new FrenchWording();
          case ENGLISH -> new EnglishWording();
        };
    var written = new TemplateText(facts, wording);
    String text = "";
    for (Detail detail : DETAILS) {
      text = written.write(detail);
      if (text.codePointCount(0, text.length()) <= most(detail)) {
        break;
      }
    }
    return text;
  }

  /// The same as a reason.
  ///
  /// @param at when it is written
  public static Reason reason(ReasonFacts facts, ReasonLanguage language, Instant at) {
    return new Reason(
        write(facts, language), ReasonSource.TEMPLATE, language, Optional.empty(), VERSION, at);
  }

  private static int most(Detail detail) {
    return detail.required() > 2 ? PLEASANT : LONGEST;
  }
}
