package dev.entente.server.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the braces of texts for one person.
///
/// `{er/ère}` is the ending for a man or a woman, `{3..8}` a number, `{city}` a fact of the person
/// or, failing that, one of the alternatives of a slot, another one each time.
final class Wording {
  private final Draw draw;
  private final Persona persona;
  private final Common common;
  private final Map<String, Bilingual> slots = new HashMap<>();
  private final Map<String, String> facts = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  Wording(Draw draw, Persona persona, Common common) {
    this.draw = draw;
    this.persona = persona;
    this.common = common;
    slots.putAll(common.slots());
    persona.practices().forEach(practice -> slots.putAll(practice.trade().field().slots()));
    facts.put("city", persona.city());
    facts.put("years", Integer.toString(persona.years()));
  }

  Common common() {
    return common;
  }

  /// Adds a fact, or replaces the one of this name.
  Wording with(String name, String fact) {
    facts.put(name, fact);
    return this;
  }

  /// One of the alternatives of a text, filled.
  String alternative(Bilingual text) {
    return fill(draw.oneOf(text.alternatives(persona.language())));
  }

  /// The first alternative, filled.
  String first(Bilingual text) {
    return fill(text.alternatives(persona.language()).getFirst());
  }

  /// A text with a full stop at its end.
  String sentence(Bilingual text) {
    String filled = text(text);
    return filled.endsWith(".") ? filled : filled + ".";
  }

  String text(Bilingual text) {
    return fill(text.in(persona.language()));
  }

  private String fill(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    var filled = new StringBuilder();
    int done = 0;
    while (open >= 0) {
      int close = text.indexOf('}', open);
      filled.append(text, done, open).append(value(text.substring(open + 1, close)));
      done = close + 1;
      open = text.indexOf('{', done);
    }
    return filled.append(text, done, text.length()).toString();
  }

  private String value(String name) {
    if (name.contains("/")) {
      return name.split("/", -1)[persona.isWoman() ? 1 : 0];
    }
    if (name.contains("..")) {
      return number(name);
    }
    String fact = facts.get(name);
    return fact == null ? unused(name) : fact;
  }

  // People round what they remember: 3 150 documents, not 3 147.
  private String number(String range) {
    int dots = range.indexOf("..");
    int most = Integer.parseInt(range.substring(dots + 2));
    int step = most >= 1_000 ? 50 : most >= 100 ? 5 : 1;
    int drawn = draw.between(Integer.parseInt(range.substring(0, dots)), most);
    return persona.language().number(Math.max(1, drawn / step) * step);
  }

  private String unused(String slot) {
    Bilingual choices = slots.get(slot);
    if (choices == null) {
      throw new IllegalStateException("nothing to put for " + slot);
    }
    List<String> all = choices.alternatives(persona.language());
    List<String> fresh = all.stream().filter(choice -> !used.contains(choice)).toList();
    String choice = draw.oneOf(fresh.isEmpty() ? all : fresh);
    used.add(choice);
    return fill(choice);
  }
}
