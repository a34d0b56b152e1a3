package dev.entente.durable.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyTest {
  private static final Json EVENT =
      Json.parse(
          """
          {"data": {"one": 1, "alsoOne": 1.0, "half": 0.5, "text": "1", "none": null, "yes": true,
           "quoted": "a\\"b", "list": [1, "1"], "map": {"b": 1, "a": 2}}}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event.data.one|1",
        "event.data.alsoOne|1",
        "event.data.one + 0.0|1",
        "event.data.half|0.5",
        "event.data.text|\"1\"",
        "event.data.none|null",
        "event.data.yes|true",
        "event.data.quoted|\"a\\\"b\"",
        "event.data.list|[1,\"1\"]",
        "event.data.map|{\"a\":2,\"b\":1}",
        "event.data.text + '-' + string(event.data.one)|\"1-1\"",
        "event.data.text + '-' + string(event.data.alsoOne)|\"1-1\"",
        "event.data.one > 0 ? 'many' : 'none'|\"many\"",
        "'constant'|\"constant\"",
        "5u|5",
        "b'ab'|\"6162\"",
        "timestamp('2023-01-01T00:00:00Z')|\"2023-01-01T00:00:00Z\"",
        "duration('90s')|\"PT1M30S\"",
        "{1: 'a'}|{\"1\":\"a\"}"
      })
  void valueIsCanonical(String expression, String text) {
    assertThat(Key.compile("it", expression).of(EVENT)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "event.data.missing",
    "event.data.text + 1",
    "async.data",
    "1.0 / 0.0",
    "type(event.data.one)",
    "event.data.x.y"
  })
  void whatHasNoValueIsNoKey(String expression) {
    assertThat(Key.compile("it", expression).of(EVENT)).isEmpty();
  }

  @Test
  void longValuesAreNamedByTheirHash() {
    Key key = Key.compile("it", "event.data");

    assertThat(key.of(Json.of(Map.of("data", "x".repeat(510))))).get().asString().hasSize(512);
    assertThat(key.of(Json.of(Map.of("data", "x".repeat(511)))))
        .get()
        .asString()
        .matches("sha256:[0-9a-f]{64}")
        .isNotEqualTo(key.of(Json.of(Map.of("data", "x".repeat(512)))).orElseThrow());
    assertThat(key.of(Json.of(Map.of("data", "é".repeat(300))))).get().asString().startsWith("sha");
  }

  @Test
  void unprintableCharactersAreEscaped() {
    assertThat(Key.compile("it", "event.data").of(Json.parse("{\"data\": \"\\u0000\"}")))
        .contains("\"\\u0000\"");
  }

  @Test
  void valueThatGrowsBeyondMeasureIsNoKey() {
    String expression = "[event.data]" + ".map(a, [a, a])".repeat(60);

    assertThat(Key.compile("it", expression).of(EVENT)).isEmpty();
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThatThrownBy(() -> Key.compile("the key of it", "event."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the key of it: no CEL expression at line 1, column 7");
  }
}
