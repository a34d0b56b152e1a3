package dev.entente.server.reasons.check;

import java.util.List;
import java.util.regex.Pattern;

/// Whether a French text calls the person `il` or `elle`.
///
/// Both may stand for what was named before: `le profil`, `la candidature`; and `il` for nothing:
/// `il manque`.
final class Pronouns {
  private static final String DOES =
      " (?:(?:ne|n|en|lui|se|s|aussi|deja) )*"
          + "(?:a (?:\u00a4|\\d|deja|bien|(?!ete|fait|manqu)\\S+[eiust] )|\u00a4 |maitris|possed|connai"
          + "|utilis|dispos|sait |savent |justifi|reussi|pratiqu|totalis|obtien|parl|excell|detien"
          + "|travaill|domin|est (?:expert|specialis|competent|experiment|motiv|diplom|forme|dot"
          + "|capable|autonome|serieu))";
  private static final Pattern IL = said("ils?", "profils?|dossiers?|candidats?|parcours");
  private static final Pattern ELLE = said("elles?", "candidatures?|personnes?");

  private Pronouns() {}

  // One that nothing stands before that it could be meant of.
  private static Pattern said(String pronoun, String antecedents) {
    return Pattern.compile(
        "^(?: (?!(?:%s) )\\S+)*? (?:%s)%s".formatted(antecedents, pronoun, DOES));
  }

  /// @param phrases the words of a text, folded
  static boolean areOfPerson(List<String> phrases) {
    String said = " " + String.join(" ", phrases) + " ";
    return IL.matcher(said).find() || ELLE.matcher(said).find();
  }
}
