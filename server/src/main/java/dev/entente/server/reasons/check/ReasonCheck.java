package dev.entente.server.reasons.check;

import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.Refusal;
import java.util.EnumSet;
import java.util.Set;

/// Whether a text of a model may be stored as the reason of a matching: it says what the facts say,
/// in the language that was asked for, as plain sentences, and nothing that may not be said of a
/// person.
///
/// Texts and lists of words are compared folded: without width, case and accents. Shared by
/// threads.
///
/// What it does not see: an invented skill that no table knows, written small or as the first word
/// of a sentence; a known one that is an ordinary word too, written small (`ordinary.txt`,
/// `homonyms.txt`); a number that is among the facts and counts something else, where it does not
/// say what it counts; a missing skill told as present in words that `present.txt` does not have,
/// in a sentence that says of another that it is missing; a shared skill that is said to be
/// missing.
public final class ReasonCheck {
  /// The fewest code points of a text, without white space at both ends.
  public static final int SHORTEST = 40;

  /// The most code points of a text, likewise.
  public static final int LONGEST = 600;

  // What is longer by far is told by its length alone.
  private static final int READ_AT_MOST = 4 * LONGEST;

  private static final Phrases PROMISES = Phrases.of("promises.txt", "promises-fields.txt");
  private static final Phrases TRAITS =
      Phrases.of("traits.txt", "traits-fields.txt", "nationalities.txt");
  private static final Phrases FRENCH_TRAITS = Phrases.of("traits-french.txt");

  private final Tongue french = new Tongue(ReasonLanguage.FRENCH);
  private final Tongue english = new Tongue(ReasonLanguage.ENGLISH);

  /// A check that any number of texts may share.
  public ReasonCheck() {}

  /// All that speaks against storing a text.
  ///
  /// @param facts what the model was told of the matching
  /// @param language what it was asked to write in
  /// @return of the refusals all but those of the answer as a whole ([Refusal#MALFORMED] and
  ///   [Refusal#NOT_ANSWERED]); a text above 2,400 code points is [Refusal#TOO_LONG] and not read
  ///   further; empty if the text may be stored
  public Set<Refusal> check(String text, ReasonFacts facts, ReasonLanguage language) {
    Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    int length = WhiteSpace.trimmedLength(text);
    add(refusals, Refusal.TOO_SHORT, length < SHORTEST);
    add(refusals, Refusal.TOO_LONG, length > LONGEST);
    if (text.codePointCount(0, text.length()) > READ_AT_MOST) {
      return EnumSet.of(Refusal.TOO_LONG);
    }
    String trimmed = WhiteSpace.trim(text);
    String compatible = Folding.compatible(trimmed);
    Reading reading = NameReader.read(compatible, new KnownNames(facts));
    addForm(refusals, trimmed, reading);
    addTruth(refusals, reading, facts, language);
    addConduct(refusals, reading, language);
    return refusals;
  }

  /// Whether a text repeats sentences that its author was told.
  ///
  /// @param facts what it was told of the matching
  /// @param told what it was told besides
  public boolean repeats(String text, ReasonFacts facts, ToldWords told) {
    return text.length() <= READ_AT_MOST
        && told.areIn(NameReader.read(Folding.compatible(text), new KnownNames(facts)).phrases());
  }

  private static void addForm(Set<Refusal> refusals, String trimmed, Reading reading) {
    String rest = reading.rest();
    add(
        refusals,
        Refusal.MARKUP,
        Signs.hasUnseen(trimmed)
            || Signs.hasMarkup(rest)
            || Signs.areSpaced(reading.words())
            || reading.words().stream().anyMatch(Signs::isMixed));
    add(refusals, Refusal.LINK, Addresses.areIn(rest));
    add(
        refusals,
        Refusal.INSTRUCTION,
        Orders.areIn(reading.phrases(), rest) || Orders.isTalkOfModels(reading.phrases()));
  }

  private void addTruth(
      Set<Refusal> refusals, Reading reading, ReasonFacts facts, ReasonLanguage language) {
    Tongue tongue = language == ReasonLanguage.FRENCH ? french : english;
    var figures = new KnownFigures(facts);
    add(
        refusals,
        Refusal.OTHER_LANGUAGE,
        !Signs.isLatin(reading.rest()) || !tongue.isSpokenIn(reading.words()));
    add(refusals, Refusal.UNKNOWN_SKILL, Claims.areUntrue(reading));
    add(
        refusals,
        Refusal.UNKNOWN_NUMBER,
        !Figures.of(reading.plain(), language).stream().allMatch(figures::has));
  }

  private static void addConduct(Set<Refusal> refusals, Reading reading, ReasonLanguage language) {
    add(
        refusals,
        Refusal.PROTECTED_TRAIT,
        TRAITS.isIn(reading.phrases())
            || Pronouns.areOfPerson(reading.phrases())
            || (language == ReasonLanguage.FRENCH && FRENCH_TRAITS.isIn(reading.phrases())));
    add(refusals, Refusal.PROMISE, PROMISES.isIn(reading.phrases()));
  }

  private static void add(Set<Refusal> refusals, Refusal refusal, boolean applies) {
    if (applies) {
      refusals.add(refusal);
    }
  }
}
