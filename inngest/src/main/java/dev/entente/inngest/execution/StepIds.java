package dev.entente.inngest.execution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the ids of a call's steps unique: the first is taken as it is, then come `id:1`, `id:2`
/// and so on, without those that were written so (SDK specification, 5.1.2). Of one call.
final class StepIds {
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();
  private final MessageDigest sha1 = sha1();

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }

  /// A unique id.
  ///
  /// @param tried the ids that could have been the step's, had they been free; the last is
  record Unique(StepRef ref, List<String> tried) {}

  Unique next(String id) {
    List<String> tried = tried(id);
    byte[] hash = sha1.digest(tried.getLast().getBytes(StandardCharsets.UTF_8));
    return new Unique(new StepRef(HexFormat.of().formatHex(hash), id), tried);
  }

  private List<String> tried(String id) {
    if (taken.add(id)) {
      return List.of(id);
    }
    List<String> tried = new ArrayList<>(List.of(id));
    int count = next.getOrDefault(id, 1);
    do {
      tried.add(id + ":" + count++);
    } while (!taken.add(tried.getLast()));
    next.put(id, count);
    return tried;
  }
}
