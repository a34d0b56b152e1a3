package dev.entente.server.demo;

import java.util.List;
import java.util.Map;

/// What people of all fields share: the file `common.json`.
record Common(
    Cities cities,
    Map<String, Bilingual> slots,
    Headlines headlines,
    Lines lines,
    Field.Remarks remarks) {

  /// Where people live; a city stands as often as people live there.
  record Cities(String home, Bilingual abroad) {}

  record Headlines(List<Bilingual> newcomer, List<Bilingual> working) {}

  /// Sentences about oneself, by how long one has worked.
  record Lines(List<Bilingual> newcomer, List<Bilingual> working, List<Bilingual> seasoned) {}

  /// First and family names of one origin, between `|`: the file `names.json`.
  ///
  /// @param french how often they stand on a French profile, `english` on an English one
  /// @param speaks languages that come with them
  record Origin(int french, int english, String speaks, String women, String men, String family) {
    int weight(Language language) {
      return language == Language.FR ? french : english;
    }
  }
}
