package dev.entente.durable.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionTest {
  private static final String DATA =
      """
      {"name": "shop/order", "ts": 1700000000000, "data": {"n": %s, "half": 2.5, "none": null,
       "name": "anna", "id": "a", "list": [1, 2.0, 3.5], "empty": [], "tags": ["x", "y"],
       "flag": true, "deep": {"a": {"b": [{"c": 1}]}}}}""";

  private static final Json EVENT = Json.parse(DATA.formatted("2"));
  private static final Json LATER = Json.parse("{\"data\": {\"id\": \"a\", \"n\": 2.0}}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.n > 1",
        "event.data.n == 2",
        "event.data.n == 2.0",
        "event.data.n != 3",
        "event.data.n + 1 == 3",
        "event.data.n * 1.5 == 3.0",
        "1.5 - event.data.n < 0",
        "event.data.half + 1 == 3.5",
        "event.data.half / 2 < 2",
        "event.data.n % 2 == 0",
        "event.data.n in [1, 2]",
        "event.data.list == [1, 2, 3.5]",
        "event.data.list[0] == 1 && event.data.list[2] == 3.5",
        "event.data.list.size() > 0",
        "size(event.data.empty) == 0",
        "event.data.name.startsWith(\"a\")",
        "event.data.name.matches('^a.*a$')",
        "event.data.list.all(i, '2026-11-23'.matches('^[0-9]{4}-[0-9]{2}-[0-9]{1,2}$'))",
        "has(event.data.n) && !has(event.data.x)",
        "event.data.none == null",
        "event.data.id == async.data.id && event.data.n == async.data.n",
        "event.data.tags.exists(t, t == \"x\")",
        "event.data.tags.all(t, t.size() == 1)",
        "event.data.list.filter(i, i > 1).map(i, i * 2) == [4, 7]",
        "event.data.deep.a.b[0].c == 1",
        "event.data.flag",
        "event.data.x == 1 || true",
        "timestamp('2023-01-01T00:00:00Z') < timestamp('2023-01-02T00:00:00Z')",
        "event.name == 'shop/order' && event.ts > 0"
      })
  void holds(String expression) {
    assertThat(Condition.compile("it", expression).holds(EVENT, LATER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.x == 1",
        "event.data.x == null",
        "!(event.data.x == 1)",
        "event.data.x.y.z",
        "event.data.n == '2'",
        "event.data.n",
        "event.data.name",
        "event.data",
        "!event.data.n",
        "event.data.name > 1",
        "event.data.list[7] == 1",
        "event.data.n / 0 == 1",
        "event.data.n + 9223372036854775807 > 0",
        "event.data.name.matches(event.data.name + '(')",
        "int(event.data.name) == 1",
        "timestamp(event.data.name) == timestamp('2023-01-01T00:00:00Z')"
      })
  void doesNotHoldWhereItIsNotTrue(String expression) {
    assertThat(Condition.compile("it", expression).holds(EVENT, LATER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e0", "10E-1"})
  void spellingOfANumberDoesNotMatter(String number) {
    Json event = Json.parse(DATA.formatted(number));

    for (String expression :
        List.of("event.data.n == 1", "event.data.n + 1 == 2", "event.data.n * 0.5 == 0.5")) {
      assertThat(Condition.compile("it", expression).holds(event)).as(expression).isTrue();
    }
  }

  @Test
  void laterEventIsMissingWhereThereIsNone() {
    Condition condition = Condition.compile("it", "event.data.id == async.data.id");

    assertThat(condition.holds(EVENT)).isFalse();
    assertThat(condition.holds(EVENT, LATER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"text\"", "[]", "{}", "{\"data\": [1e999]}"})
  void anyJsonIsAnEvent(String json) {
    Json event = Json.parse(json);

    assertThat(Condition.compile("it", "event.data.n > 1").holds(event)).isFalse();
    assertThat(Condition.compile("it", "event.data[0] < 0").holds(event)).isFalse();
    assertThat(Condition.compile("it", "event == event || true").holds(event)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo == 1|line 1, column 1: undeclared reference to 'foo'",
        "event.data.n >|line 1, column 15: mismatched input",
        "1 + 'a' == 2|line 1, column 3: found no matching overload for '_+_'",
        "event.data.n = 1|line 1, column 14: token recognition error",
        "''|line 1, column 1: mismatched input",
        "frob(1)|line 1, column 5: undeclared reference to 'frob'"
      })
  void whatIsNoExpressionIsRefused(String expression, String reason) {
    assertThatThrownBy(() -> Condition.compile("function a: the expression of b", expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("function a: the expression of b: no CEL expression at " + reason)
        .hasMessageEndingWith("\n  " + expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"1|int", "'yes'|string", "[true]|list", "size(event.data)|int", "null|null_type"})
  void whatIsNeitherTrueNorFalseIsRefused(String expression, String type) {
    assertThatThrownBy(() -> Condition.compile("it", expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it: a condition is true or false")
        .hasMessageContaining("of type " + type)
        .hasMessageEndingWith(expression);
  }

  @Test
  void lengthHasALimit() {
    String longest = "true || '%s' == ''".formatted("x".repeat(4_000 - 16));

    assertThat(longest).hasSize(4_000);
    assertThat(Condition.compile("it", longest).holds(EVENT)).isTrue();
    assertThatThrownBy(() -> Condition.compile("it", longest + " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it: a CEL expression has at most 4,000 characters, got: 4,001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "!(", "a.", "event.data.", "-", "!", "1+", "{1:", "[1].map(a,"})
  void nestingNeverOverflows(String part) {
    String expression = part.repeat(4_000 / part.length());

    assertThatThrownBy(() -> Condition.compile("it", expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it: no CEL expression at line 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.data.many.exists(a, event.data.many.exists(b, a + b == -1))",
        "event.data.many.exists(a, event.data == {'many': a})",
        "event.data.many.exists(a, event.data.text.contains('b'))",
        "event.data.many.exists(a, size(event.data.text) == 0)",
        "event.data.many.exists(a, event.data.text + 'a' == '')",
        "event.data.many.exists(a, 'a'.matches('((b{100}){100}){1' + string(a) + '}'))",
        "event.data.many.exists(a, 'a'.matches('(a{2,100}){100,}' + string(a)))",
        "event.data.text.matches('(a|aa|aaa|a*)*b')",
        "event.data.many.map(a, event.data.many) == event.data.many.map(a, event.data.many)"
      })
  @Timeout(20)
  void evaluationHasALimit(String expression) {
    Json event =
        Json.of(
            Map.of(
                "data",
                Map.of(
                    "many",
                    IntStream.range(0, 9_000).boxed().toList(),
                    "text",
                    "a".repeat(1_000_000))));
    Condition condition = Condition.compile("it", expression);

    assertQuick(condition, event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[event.data].map(a, a + a)%s == ['']", "[event.data].map(a, [a, a])%s == []"})
  @Timeout(20)
  void growthHasALimit(String expression) {
    String macro = expression.contains("[a, a]") ? ".map(a, [a, a])" : ".map(a, a + a)";
    Condition condition =
        Condition.compile(
            "it", expression.formatted(String.join("", Collections.nCopies(60, macro))));

    assertQuick(condition, Json.parse("{\"data\": \"text\"}"));
  }

  private static void assertQuick(Condition condition, Json event) {
    long start = System.nanoTime();

    assertThat(condition.holds(event)).isFalse();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void largeEventsAreWithinTheLimit() {
    List<String> names = IntStream.range(0, 2_000).mapToObj(i -> "name-" + i).toList();
    Json event = Json.of(Map.of("data", Map.of("names", names, "text", "a".repeat(1_000_000))));

    for (String expression :
        List.of(
            "event.data.names.exists(n, n == 'name-1999')",
            "event.data.names.exists(n, n in ['name-1', 'name-1999'])",
            "event.data.names.all(n, n.startsWith('name'))",
            "'name-1999' in event.data.names",
            "event.data.text.startsWith('a') && event.data.text.size() == 1000000",
            "event == event")) {
      assertThat(Condition.compile("it", expression).holds(event)).as(expression).isTrue();
    }
  }
}
