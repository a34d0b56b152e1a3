package dev.entente.matching.vocabulary;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names and the canonical ids they stand for; a name without an entry is its own canonical id.
final class AliasTable {
  private final Map<String, String> canonicalIds;
  private final Set<String> ids;

  private AliasTable(Map<String, String> canonicalIds) {
    this.canonicalIds = canonicalIds;
    this.ids = Set.copyOf(canonicalIds.values());
  }

  /// @param lines `name TAB canonical id`, both normalised already: that is not looked at again
  /// @throws IllegalStateException if a line breaks the form, a name stands twice or a canonical id
  ///   is itself a name: one look-up must be enough
  static AliasTable of(List<String> lines) {
    Map<String, String> canonicalIds = HashMap.newHashMap(lines.size());
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab < 1 || tab == line.length() - 1 || line.indexOf('\t', tab + 1) >= 0) {
        throw new IllegalStateException("not `name TAB canonical id`: " + line);
      }
      if (canonicalIds.put(line.substring(0, tab), line.substring(tab + 1)) != null) {
        throw new IllegalStateException("name stands twice: " + line);
      }
    }
    for (String id : canonicalIds.values()) {
      if (canonicalIds.containsKey(id)) {
        throw new IllegalStateException("canonical id is itself a name: " + id);
      }
    }
    return new AliasTable(canonicalIds);
  }

  String canonicalId(String name) {
    String normalised = normalise(name);
    return canonicalIds.getOrDefault(normalised, normalised);
  }

  boolean knows(String name) {
    String normalised = normalise(name);
    return canonicalIds.containsKey(normalised) || ids.contains(normalised);
  }

  /// The canonical ids by name; no id is itself a name.
  Map<String, String> canonicalIds() {
    return Collections.unmodifiableMap(canonicalIds);
  }

  static String normalise(String name) {
    String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return WhiteSpace.collapse(compatible).toLowerCase(Locale.ROOT);
  }
}
