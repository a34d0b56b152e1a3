package dev.entente.inngest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Line(String article, int count) {}

  record Order(String id, Instant placed, LocalDate due, Optional<String> note, List<Line> lines) {}

  private static final Order ORDER =
      new Order(
          "o-1",
          Instant.parse("2026-11-29T12:00:00Z"),
          LocalDate.of(2026, 12, 24),
          Optional.empty(),
          List.of(new Line("tree", 1)));

  @Test
  void recordComesBackAsItWent() {
    assertThat(Json.parse(Json.of(ORDER).toBytes()).as(Order.class)).isEqualTo(ORDER);
  }

  @Test
  void timesAreTexts() {
    assertThat(Json.of(ORDER).find("placed").flatMap(Json::text)).contains("2026-11-29T12:00:00Z");
    assertThat(Json.of(ORDER).find("due").flatMap(Json::text)).contains("2026-12-24");
  }

  @Test
  void genericTypeIsRead() {
    assertThat(Json.of(List.of(ORDER)).as(new TypeToken<List<Order>>() {})).containsExactly(ORDER);
  }

  @Test
  void tokenWithoutATypeIsRefused() {
    assertThatThrownBy(Raw::new).hasMessageContaining("write the type");
  }

  @SuppressWarnings("rawtypes")
  private static final class Raw extends TypeToken {}

  @Test
  void nullIsReadAsNothing() {
    assertThat(Json.NULL.as(Order.class)).isNull();
    assertThat(Json.NULL.as(Json.class)).isEqualTo(Json.NULL);
    assertThat(Json.NULL.as(new TypeToken<Optional<String>>() {})).isEmpty();
  }

  @Test
  void unknownMembersAreIgnored() {
    assertThat(Json.parse("{\"article\":\"tree\",\"count\":2,\"colour\":1}").as(Line.class))
        .isEqualTo(new Line("tree", 2));
  }

  @Test
  void otherTypeIsRefusedWithItsPlaceAndWithoutTheValue() {
    Json json = Json.parse("{\"id\":\"1\",\"lines\":[{\"count\":\"s3cret\"}]}");

    assertThatThrownBy(() -> json.as(Order.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this JSON is no " + Order.class.getName() + " at /lines/0/count")
        .hasMessageNotContaining("s3cret")
        .rootCause()
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1,]", "{} x", "nul", "'a'", "\u0000", "{\"a\":01}"})
  void otherTextIsNoJsonAndIsNotTold(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageMatching("not JSON, at line \\d+, column \\d+");
  }

  @Test
  void deepValueIsRefusedWithTheLimit() {
    assertThatThrownBy(() -> Json.parse("[".repeat(1_001) + "]".repeat(1_001)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("deeper than 1,000");
    assertThat(Json.parse("[".repeat(1_000) + "]".repeat(1_000)).canonical()).isPresent();
  }

  @Test
  void jsonInsideARecordStaysJson() {
    record Envelope(Json content) {}

    Json json = Json.of(new Envelope(Json.of(Map.of("a", 1))));

    assertThat(json).hasToString("{\"content\":{\"a\":1}}");
    assertThat(json.as(Envelope.class).content().find("a")).contains(Json.of(1));
  }

  @Test
  void wholeNumbersAreWholeInEitherForm() {
    assertThat(Json.parse("15").integer()).hasValue(15);
    assertThat(Json.parse("1.5e3").integer()).hasValue(1500);
    assertThat(Json.parse("1.5").integer()).isEmpty();
    assertThat(Json.parse("1e99").integer()).isEmpty();
    assertThat(Json.parse("\"1\"").integer()).isEmpty();
  }
}
