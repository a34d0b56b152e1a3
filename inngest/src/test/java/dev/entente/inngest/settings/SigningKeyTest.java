package dev.entente.inngest.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  private static final String PLAIN = "7468697320697320612074657374206b6579";
  private static final String PREFIXED = "signkey-prod-0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "signkey-prod-12345678,"
        + "signkey-prod-b2ed992186a5cb19f6668aade821f502c1d00970dfd0e35128d51bac4649916c",
    PREFIXED + ",signkey-prod-223e0a160af9da0a03e6dd2c4719c56f5d66a633cbe84e78aaa9f3735865522a",
    PLAIN + ",ed30c63423735b44011c49a38c01a8062833420cfb299072e0263c986242556a"
  })
  void bearerIsTheHashOfTheDecodedKeyWithThePrefix(String key, String bearer) {
    assertThat(SigningKey.of("key", key).bearer()).isEqualTo(bearer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|5810c8e78db72ede7420187b30a4a763f8eeeed5ea88d3ed5fe86eed90b0b6a0",
        "{}|21970af72ab09d6e94a1f2c9d9be5c523831d92417910dd7301082be05fc51c9",
        "{\"a\":\"é€\",\"b\":1}|e976ada92e93d999d231d805b98d00378a3f398f6577de8a25ff18952380b5b1",
        "{\"url\":\"http://127.0.0.1:3000/api/inngest\"}"
            + "|0540a273944c8d1a62de5b8cd6a1e457ed568b3b130279745ff081bd95dd52dc"
      })
  void macIsOverBodyAndTime(String body, String mac) {
    assertThat(SigningKey.of("key", PLAIN).sign(body.getBytes(UTF_8), "1700000000")).isEqualTo(mac);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|67b7734806a9218be87e9f05c65b429d59d6664a5c0f5239a4dbd287a8899409",
        "''|6458320a3e327061ab7bfe28ace9cb02bb2b840c75b483a0c002831176bd6256"
      })
  void prefixIsNoPartOfTheMac(String body, String mac) {
    assertThat(SigningKey.of("key", PREFIXED).sign(body.getBytes(UTF_8), "1700000000"))
        .isEqualTo(mac);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "signkey-prod-", "123", "signkey-prod-123", "s3cret", "12 34"})
  void otherTextIsNoKeyAndIsNotTold(String text) {
    assertThatThrownBy(() -> SigningKey.of("INNGEST_SIGNING_KEY", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("INNGEST_SIGNING_KEY is no signing key")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void keyIsNeverShown() {
    assertThat(SigningKey.of("key", PREFIXED).toString()).doesNotContain("0123");
    assertThat(new EventKey("s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void eventKeyIsHashedAsText() {
    assertThat(new EventKey("test").hash())
        .isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  }
}
