package dev.entente.inngest.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The vectors of the SDK specification, and ids that look like counted ones.
class StepIdsTest {
  private final StepIds ids = new StepIds();

  @Test
  void idIsHashedAndItsRepetitionsCounted() {
    assertThat(ids.next("my-step-id").hash()).isEqualTo("e7d8a2f140845095749d60246ff1110c9d01d76a");
    assertThat(ids.next("my-step-id").hash()).isEqualTo("f47c6228c581af870aa285200cf95ec3ac59bb6a");
    assertThat(ids.next("my-step-id").hash()).isEqualTo("5fdb32cd3e6e3d62fa480ac2ad526b79c2682845");
    assertThat(new StepIds().next("complete").hash())
        .isEqualTo("0737c22d3bfae812339732d14d8c7dbd6dc4e09c");
  }

  @Test
  void idThatLooksLikeACountedOneIsSkipped() {
    StepRef written = ids.next("a:1");
    ids.next("a");
    StepRef second = ids.next("a");

    assertThat(second.hash()).isNotEqualTo(written.hash());
    assertThat(second).isEqualTo(new StepRef(hashOf("a:2"), "a"));
  }

  @Test
  void countedIdThatIsWrittenLaterIsCountedItself() {
    ids.next("a");
    ids.next("a");

    assertThat(ids.next("a:1").hash()).isEqualTo(hashOf("a:1:1"));
    assertThat(ids.next("a").hash()).isEqualTo(hashOf("a:2"));
  }

  private static String hashOf(String id) {
    return new StepIds().next(id).hash();
  }
}
