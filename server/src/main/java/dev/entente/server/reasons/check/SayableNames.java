package dev.entente.server.reasons.check;

import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.matching.vocabulary.WhiteSpace;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of skills and domains that may be said in a sentence and told to a model.
///
/// The author of a posting writes them, so a sentence, an order or an address may stand where a
/// name is expected. A name that the vocabulary knows is what it seems; any other may speak of
/// health or of recruiting, which are professions, and not of a person's traits or of a hiring.
/// Pure, shared by threads.
public final class SayableNames {
  /// The most code points of a name.
  public static final int LONGEST = 60;

  /// The most words of a name that the vocabulary does not know, told apart by blanks.
  public static final int MOST_WORDS = 6;

  private static final Phrases TRAITS = Phrases.of("traits.txt");
  private static final Phrases PROMISES = Phrases.of("promises.txt");
  private static final Pattern PASTED = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");
  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{N}.(][\\p{L}\\p{N} .+#/&'\\u2019\\u2010\\u2011():,!*_@$%\\u00b0\\u00b7\\u266f-]*+");
  private static final Pattern SENTENCE = Pattern.compile("[.!:,] |[.!:,]$|--|\\*\\*|__|##");

  private SayableNames() {}

  /// The name as it may be said.
  ///
  /// @param written by a posting's author
  /// @return normalised to NFC, without what pasting leaves (soft hyphens, zero-width blanks), runs
  ///   of white space as one blank; empty if it is too long, has other signs than names have, is a
  ///   sentence, an address, an order, markup, or speaks of a protected trait or of a hiring
  public static Optional<String> of(String written) {
    if (written.length() > 4 * LONGEST) {
      return Optional.empty();
    }
    String name =
        WhiteSpace.collapse(
            PASTED.matcher(Normalizer.normalize(written, Normalizer.Form.NFC)).replaceAll(""));
    return isName(name) && isHarmless(name) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isName(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        && (name.split(" ", -1).length <= MOST_WORDS || isKnown(name))
        && !Signs.hasUnseen(name)
        && FORM.matcher(name).matches()
        && name.codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isHarmless(String name) {
    String compatible = Folding.compatible(name);
    List<Word> words = Words.of(compatible);
    List<String> phrases = words.stream().map(Word::folded).toList();
    if (words.stream().anyMatch(Signs::isMixed) || Signs.areSpaced(words)) {
      return false;
    }
    if (isKnown(name)) {
      return true;
    }
    return Signs.isLatin(name)
        && !SENTENCE.matcher(name).find()
        && !Addresses.areIn(compatible)
        && !Orders.areIn(phrases, compatible)
        && !TRAITS.isIn(phrases)
        && !PROMISES.isIn(phrases);
  }

  private static boolean isKnown(String name) {
    String folded = Folding.fold(name);
    return Vocabulary.isSkill(folded) || Vocabulary.isDomain(folded);
  }
}
