package dev.entente.inngest.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private static final Event EVENT = Event.of("shop/placed");

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\n", "\u007F", "\u0085", "half \uD83C", "\uDF89 half"})
  void textsOfAnEventHaveNoCharacterThatCannotBeKept(String text) {
    String words = " of an event has a control character, or half of a pair of surrogates";

    assertThatThrownBy(() -> Event.of(text)).hasMessage("the name" + words);
    assertThatThrownBy(() -> EVENT.withId(text)).hasMessage("the id" + words);
    assertThatThrownBy(() -> EVENT.withVersion(text)).hasMessage("the version" + words);
    assertThatThrownBy(() -> EventWait.of(text + "x", Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the name of an event must have no control character, and no half of a pair of surrogates");
  }

  @Test
  void textsOfAnEventHaveAtMost512Characters() {
    String longest = "é🎉x/".repeat(102) + "é🎉é"; // 512 characters, as Java counts them
    longest = longest.substring(0, 510) + "ok";

    assertThat(Event.of(longest).withId(longest).withVersion(longest).id()).contains(longest);
    String longer = longest + "x";
    assertThatThrownBy(() -> EVENT.withId(longer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the id of an event has at most 512 characters, got: 513");
    assertThatThrownBy(() -> EVENT.withVersion(longer)).hasMessageContaining("got: 513");
    assertThatThrownBy(() -> Event.of(longer)).hasMessageContaining("got: 513");
  }

  @Test
  void conditionsHaveNoCharacterThatCannotBeKept() {
    EventWait wait = EventWait.of("shop/paid", Duration.ofDays(1));

    assertThatThrownBy(() -> wait.when("async.data.a == '\0'"))
        .hasMessageContaining("must have no NUL");
    assertThat(wait.when("async.data.a ==\n'\\u0000'").expression()).isPresent();
  }
}
