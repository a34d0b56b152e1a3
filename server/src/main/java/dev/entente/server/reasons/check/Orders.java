package dev.entente.server.reasons.check;

import java.util.List;
import java.util.regex.Pattern;

/// Whether a text tells a reader or a model what to do, or is no speech at all but a code.
final class Orders {
  private static final Phrases INSTRUCTIONS = Phrases.of("instructions.txt");
  private static final Phrases FIELDS = Phrases.of("instructions-fields.txt");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?:^|[.!?;:\\])>*#\\n\\r\"'-])[\\s#*<\\[(|]*+"
              + "(?:system|systeme|assistant|user|utilisateur|developer|human|humain|model|modele|ai|ia"
              + "|instructions?|consignes?|inst|task|tache)\\s?[\\])>|*]*+\\s?:");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}+/=])(?=[a-zA-Z/+]{0,64}\\d|[a-z\\d/+]{1,64}[A-Z]|[a-zA-Z]{30})"
              + "[A-Za-z0-9+/_=]{20,}+");
  private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-f]{2}[ :-]?){10,}");

  private Orders() {}

  /// @param phrases the words, folded
  /// @param rest as written, without the names in it
  static boolean areIn(List<String> phrases, String rest) {
    String plain = Folding.fold(rest);
    return INSTRUCTIONS.isIn(phrases)
        || ROLE.matcher(plain).find()
        || CODE.matcher(rest).find()
        || HEXADECIMAL.matcher(plain).find();
  }

  /// Whether a text speaks of models and prompts in words that are names of skills too.
  static boolean isTalkOfModels(List<String> phrases) {
    return FIELDS.isIn(phrases);
  }
}
