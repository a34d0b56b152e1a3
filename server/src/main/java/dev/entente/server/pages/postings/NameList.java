package dev.entente.server.pages.postings;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names in one text field, with commas or line ends between them; one that holds such a thing
/// stands in quotes, and a quote in quotes stands twice.
final class NameList {
  private static final Pattern NAME =
      Pattern.compile("\\p{IsWhite_Space}*+(?:\"((?:[^\"]|\"\")*+)\"|([^,\\n\\r]*+))[,\\n\\r]?");
  private static final Pattern QUOTED = Pattern.compile("[,\\n\\r]|^\"");

  private NameList() {}

  /// The names of a field, each once, none of them blank.
  static List<String> read(String field) {
    var names = new LinkedHashSet<String>();
    Matcher matcher = NAME.matcher(field);
    for (int at = 0; at < field.length() && matcher.find(at); at = matcher.end()) {
      String quoted = matcher.group(1);
      names.add(WhiteSpace.trim(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\"")));
    }
    return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.toList());
  }

  /// The field of some names.
  static String write(List<String> names) {
    List<String> written = new ArrayList<>();
    for (String name : names) {
      written.add(QUOTED.matcher(name).find() ? '"' + name.replace("\"", "\"\"") + '"' : name);
    }
    return String.join(", ", written);
  }
}
