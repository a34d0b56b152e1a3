package dev.entente.inngest.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The vectors of the SDK specification, and ids that look like counted ones.
class StepIdsTest {
  private final StepIds ids = new StepIds();

  @Test
  void idIsHashedAndItsRepetitionsCounted() {
    assertThat(hash("my-step-id")).isEqualTo("e7d8a2f140845095749d60246ff1110c9d01d76a");
    assertThat(hash("my-step-id")).isEqualTo("f47c6228c581af870aa285200cf95ec3ac59bb6a");
    assertThat(hash("my-step-id")).isEqualTo("5fdb32cd3e6e3d62fa480ac2ad526b79c2682845");
    assertThat(hashOf("complete")).isEqualTo("0737c22d3bfae812339732d14d8c7dbd6dc4e09c");
  }

  @Test
  void idThatLooksLikeACountedOneIsSkipped() {
    StepRef written = ids.next("a:1").ref();
    ids.next("a");
    StepRef second = ids.next("a").ref();

    assertThat(second.hash()).isNotEqualTo(written.hash());
    assertThat(second).isEqualTo(new StepRef(hashOf("a:2"), "a"));
  }

  @Test
  void countedIdThatIsWrittenLaterIsCountedItself() {
    ids.next("a");
    ids.next("a");

    assertThat(hash("a:1")).isEqualTo(hashOf("a:1:1"));
    assertThat(hash("a")).isEqualTo(hashOf("a:2"));
  }

  @Test
  void idsThatWereTakenAreTold() {
    ids.next("a");
    ids.next("a:1");

    assertThat(ids.next("a").tried()).containsExactly("a", "a:1", "a:2");
    assertThat(ids.next("a").tried()).containsExactly("a", "a:3");
    assertThat(ids.next("b").tried()).containsExactly("b");
  }

  private String hash(String id) {
    return ids.next(id).ref().hash();
  }

  private static String hashOf(String id) {
    return new StepIds().next(id).ref().hash();
  }
}
