package dev.entente.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may call: whoever is on this machine, or whoever has the key. Shared by threads.
///
/// @param key of the service; empty where it listens on loopback only
public record Access(Optional<String> key) {
  /// What is kept as the author of what somebody decides on a page: people have no names of their
  /// own here.
  public static final String PERSON = "local";

  /// Fewest characters of a key: it is guarded by nothing but its length.
  public static final int SHORTEST_KEY = 32;

  // What a header can carry as one word.
  private static final Pattern FORM = Pattern.compile("[!-~]{" + SHORTEST_KEY + ",}");

  /// @throws IllegalArgumentException if the key is too short or has other characters
  public Access {
    if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
      throw new IllegalArgumentException(
          "a key has at least " + SHORTEST_KEY + " ASCII letters, digits and signs");
    }
  }

  /// Tells whether a key is needed.
  public boolean isKeyed() {
    return key.isPresent();
  }

  /// Tells whether this is the key, in the same time for every wrong one.
  boolean admits(String presented) {
    return key.isPresent()
        && MessageDigest.isEqual(
            key.get().getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }

  /// Never shows the key.
  @Override
  public String toString() {
    return isKeyed() ? "Access[key]" : "Access[loopback]";
  }
}
