package dev.entente.inngest.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.settings.Signatures.Verdict;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
  private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);
  private static final SigningKey KEY =
      SigningKey.of("key", "signkey-prod-0123456789abcdef0123456789abcdef");
  private static final SigningKey OTHER = SigningKey.of("key", "abcd");
  private static final String SIGNED_CANONICALLY =
      "t=1700000000&s=66f16fef42ee161ab49af9953f97f0ef5ccca268a895b6f7a044306df1d729c7";

  private final SettableClock clock = new SettableClock(THEN);
  private final Signatures signatures = new Signatures(List.of(KEY), clock);

  @Test
  void bodyIsAcceptedAsItCame() {
    byte[] body = "no JSON at all".getBytes(UTF_8);

    assertThat(signatures.check(Optional.of(signatures.sign(KEY, body)), body))
        .isEqualTo(new Verdict.Valid(KEY));
  }

  @Test
  void bodyIsAcceptedInItsCanonicalForm() {
    byte[] body = "{\"b\":1,\"a\":2}".getBytes(UTF_8);

    assertThat(signatures.check(Optional.of(SIGNED_CANONICALLY), body))
        .isEqualTo(new Verdict.Valid(KEY));
  }

  @Test
  void secondKeyIsTriedAndTold() {
    byte[] body = "{}".getBytes(UTF_8);

    assertThat(
            new Signatures(List.of(OTHER, KEY), clock)
                .check(Optional.of(signatures.sign(KEY, body)), body))
        .isEqualTo(new Verdict.Valid(KEY));
  }

  @Test
  void changedBodyAndOtherKeyAreRefused() {
    byte[] body = "{}".getBytes(UTF_8);
    Optional<String> signature = Optional.of(signatures.sign(KEY, body));

    assertThat(signatures.check(signature, "{ \"a\":1}".getBytes(UTF_8)))
        .isInstanceOf(Verdict.Invalid.class);
    assertThat(new Signatures(List.of(OTHER), clock).check(signature, body))
        .isInstanceOf(Verdict.Invalid.class);
  }

  @Test
  void fiveMinutesMayPassAndNoMore() {
    byte[] body = "{}".getBytes(UTF_8);
    Optional<String> signature = Optional.of(signatures.sign(KEY, body));

    for (int seconds : List.of(-300, 300)) {
      clock.set(THEN.plusSeconds(seconds));
      assertThat(signatures.check(signature, body)).isEqualTo(new Verdict.Valid(KEY));
    }
    for (Duration difference : List.of(Duration.ofSeconds(-301), Duration.ofSeconds(301))) {
      clock.set(THEN.plus(difference));
      assertThat(signatures.check(signature, body).toString()).contains("compare the clocks");
    }
  }

  @Test
  void signatureMayBeMissing() {
    assertThat(signatures.check(Optional.empty(), new byte[0])).isEqualTo(new Verdict.Missing());
    assertThat(signatures.check(Optional.of(""), new byte[0])).isEqualTo(new Verdict.Missing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=1700000000",
        "s=66f16fef42ee161ab49af9953f97f0ef5ccca268a895b6f7a044306df1d729c7",
        "t=&s=",
        "t=-1&s=66f16fef42ee161ab49af9953f97f0ef5ccca268a895b6f7a044306df1d729c7",
        "t=99999999999999999999&s=66f16fef42ee161ab49af9953f97f0ef5ccca268a895b6f7a044306df1d729c7",
        "t=1700000000&s=66F16FEF42EE161AB49AF9953F97F0EF5CCCA268A895B6F7A044306DF1D729C7",
        "&&&===",
        "\u0000"
      })
  void otherFormsAreNoSignatures(String signature) {
    assertThat(signatures.check(Optional.of(signature), "{\"b\":1,\"a\":2}".getBytes(UTF_8)))
        .isInstanceOf(Verdict.Invalid.class);
  }
}
