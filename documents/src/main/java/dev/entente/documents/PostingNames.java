package dev.entente.documents;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a job posting writes what it asks for, in its own order. Copied.
///
/// @param skills required skills, then those wished for; of several names of one the first
/// @param domains likewise
public record PostingNames(Map<SkillId, String> skills, Map<DomainId, String> domains) {
  public PostingNames {
    skills = Collections.unmodifiableMap(new LinkedHashMap<>(skills));
    domains = Collections.unmodifiableMap(new LinkedHashMap<>(domains));
  }

  /// A name and what it stands for.
  record Named<T>(T id, String name) {
    static <T> Map<T, String> byId(List<Named<T>> all) {
      Map<T, String> names = new LinkedHashMap<>();
      all.forEach(one -> names.putIfAbsent(one.id(), one.name()));
      return names;
    }
  }
}
