package dev.entente.inngest.execution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
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

  StepRef next(String id) {
    String unique = taken.add(id) ? id : counted(id);
    byte[] hash = sha1.digest(unique.getBytes(StandardCharsets.UTF_8));
    return new StepRef(HexFormat.of().formatHex(hash), id);
  }

  private String counted(String id) {
    int count = next.getOrDefault(id, 1);
    while (!taken.add(id + ":" + count)) {
      count++;
    }
    next.put(id, count + 1);
    return id + ":" + count;
  }
}
