package dev.entente.inngest.settings;

import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks the signatures of requests and signs answers: `t=<seconds>&s=<HMAC-SHA256>`. Shared by
/// threads.
public final class Signatures {
  private static final Duration LONGEST_AGE = Duration.ofMinutes(5);
  private static final Pattern TIME = Pattern.compile("(?:^|.*&)t=(\\d{1,12})(?:&.*|$)");
  private static final Pattern MAC = Pattern.compile("(?:^|.*&)s=([0-9a-f]{64})(?:&.*|$)");

  private final List<SigningKey> keys;
  private final InstantSource clock;

  /// Checks and signs with some keys.
  ///
  /// @param keys the one that is used, then the one that is tried when it does not fit
  public Signatures(List<SigningKey> keys, InstantSource clock) {
    this.keys = List.copyOf(keys);
    this.clock = clock;
  }

  /// What a signature proves.
  public sealed interface Verdict {
    /// The request comes from who has this key.
    record Valid(SigningKey key) implements Verdict {}

    /// The request is not signed.
    record Missing() implements Verdict {}

    /// The signature does not fit.
    ///
    /// @param reason for whoever has set up the two sides
    record Invalid(String reason) implements Verdict {}
  }

  /// Checks a request.
  ///
  /// The body is taken as it came, then in its canonical form, which is what the server signs. The
  /// time may differ from the clock by five minutes.
  public Verdict check(Optional<String> signature, byte[] body) {
    if (signature.isEmpty() || signature.get().isEmpty()) {
      return new Verdict.Missing();
    }
    Matcher time = TIME.matcher(signature.get());
    Matcher mac = MAC.matcher(signature.get());
    if (!time.matches() || !mac.matches()) {
      return new Verdict.Invalid("the signature is not of the form t=<seconds>&s=<64 digits>");
    }
    long difference = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time.group(1)));
    if (difference > LONGEST_AGE.toSeconds()) {
      return new Verdict.Invalid(
          "the signature is more than 5 minutes old or ahead: compare the clocks of both sides");
    }
    return find(body, time.group(1), mac.group(1))
        .or(() -> canonical(body).flatMap(form -> find(form, time.group(1), mac.group(1))))
        .<Verdict>map(Verdict.Valid::new)
        .orElseGet(
            () ->
                new Verdict.Invalid(
                    "the signature does not fit: compare the signing keys of both sides, and see"
                        + " that nothing in between changes the body"));
  }

  private Optional<SigningKey> find(byte[] body, String seconds, String mac) {
    return keys.stream().filter(key -> isEqual(key.sign(body, seconds), mac)).findFirst();
  }

  // In the same time for every wrong one.
  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<byte[]> canonical(byte[] body) {
    try {
      return Json.parse(body).canonical();
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  /// Signs an answer, as of now.
  public String sign(SigningKey key, byte[] body) {
    String seconds = String.valueOf(clock.instant().getEpochSecond());
    return "t=" + seconds + "&s=" + key.sign(body, seconds);
  }
}
