package dev.entente.server.pages.postings;

import dev.entente.matching.vocabulary.Vocabulary;
import java.util.List;

/// A name of a form with what is understood by it.
///
/// @param name as it was written
/// @param understood the canonical id; empty where it is what was written
/// @param isKnown whether the table knows it; else it is compared letter by letter
record Chip(String name, String understood, boolean isKnown) {
  /// What a name is of.
  enum Kind {
    SKILL,
    DOMAIN
  }

  /// The names of a field.
  static List<Chip> of(Kind kind, String field) {
    return NameList.read(field).stream().map(name -> of(name, kind)).toList();
  }

  private static Chip of(String name, Kind kind) {
    boolean isSkill = kind == Kind.SKILL;
    String id = isSkill ? Vocabulary.skill(name).value() : Vocabulary.domain(name).value();
    boolean isKnown = isSkill ? Vocabulary.isSkill(name) : Vocabulary.isDomain(name);
    return new Chip(name, id.equalsIgnoreCase(name) ? "" : id, isKnown);
  }
}
