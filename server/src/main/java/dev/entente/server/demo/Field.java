package dev.entente.server.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the demo knows of one field of work: a file of `fields`.
///
/// @param companies ids of those who hire and test here
/// @param projects how many of a hundred people show projects
/// @param links how many of a hundred projects have a link
/// @param modes lists of work modes people ask for
/// @param skills names by key; a key means the same skill in all files, and a skill that has no
///   name in a language is not told of in it
/// @param slots what a text may put for a `{name}`
record Field(
    String id,
    List<String> companies,
    int projects,
    int links,
    List<List<String>> modes,
    Map<String, Bilingual> skills,
    Map<String, Bilingual> slots,
    List<Place> places,
    Remarks remarks,
    List<Role> roles) {

  /// An employer without a name.
  ///
  /// @param roles ids of the roles that work there, all when empty
  /// @param rank the lowest that works there
  record Place(List<String> roles, int rank, String fr, String en) {
    boolean isFor(String role, int rank) {
      return this.rank <= rank && (roles.isEmpty() || roles.contains(role));
    }

    Bilingual text() {
      return new Bilingual(fr, en);
    }
  }

  /// What companies write about a test, by how well it went.
  record Remarks(List<Bilingual> high, List<Bilingual> middle, List<Bilingual> low) {
    Remarks and(Remarks more) {
      return new Remarks(both(high, more.high), both(middle, more.middle), both(low, more.low));
    }

    private static List<Bilingual> both(List<Bilingual> some, List<Bilingual> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }
  }

  /// One trade in a field; its skills are keys.
  ///
  /// @param share how many people have it, against the other roles
  /// @param from ids of roles that people come from
  /// @param titles of four ranks, lowest first
  record Role(
      String id,
      int share,
      List<String> from,
      Bilingual domains,
      List<Bilingual> also,
      List<String> core,
      List<String> frequent,
      List<String> rare,
      List<String> exceptional,
      List<String> badges,
      List<Bilingual> titles,
      List<Duty> lines,
      List<Duty> duties,
      List<Duty> seniorDuties,
      List<Work> works) {}

  /// A sentence about work, told only by those who have the skills it uses.
  record Duty(List<String> uses, String fr, String en) {
    Bilingual text() {
      return new Bilingual(fr, en);
    }
  }

  /// A project; the first sentence of its text can stand alone.
  record Work(List<String> uses, Bilingual title, Bilingual text) {}
}
