package dev.entente.durable.expression;

import dev.entente.inngest.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What groups events: a CEL expression with a value of any type. Immutable, shared by threads.
///
/// The variable is `event`; what [Condition] says of numbers and of work holds here too.
public final class Key {
  private static final int LONGEST = 512;

  private final Expression expression;

  private Key(Expression expression) {
    this.expression = expression;
  }

  /// Compiles a key.
  ///
  /// @param what what it is the key of, named in the refusal
  /// @param expression at most 4,000 characters
  /// @throws IllegalArgumentException that shows the expression and what is wrong where, if it is
  ///   no CEL, or too long
  public static Key compile(String what, String expression) {
    return new Key(Expression.compile(what, expression));
  }

  /// The value for an event in canonical JSON (RFC 8785): `1` and `1.0` give the same text, `"1"`
  /// another. Numbers are those that a double holds, times and durations are texts, bytes are their
  /// hexadecimal digits.
  ///
  /// @return printable but for what is above ASCII, at most 512 bytes in UTF-8; of a value that is
  ///   longer, `sha256:` and the hash of its canonical form; empty if there is no value, as for a
  ///   missing key, or none that JSON can hold
  public Optional<String> of(Json event) {
    return expression
        .evaluate(event, Optional.empty())
        .flatMap(JsonOfCel::convert)
        .flatMap(Json::canonical)
        .map(Key::text);
  }

  private static String text(byte[] canonical) {
    return canonical.length <= LONGEST
        ? new String(canonical, StandardCharsets.UTF_8)
        : "sha256:" + HexFormat.of().formatHex(sha256(canonical));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
