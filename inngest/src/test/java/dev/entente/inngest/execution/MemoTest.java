package dev.entente.inngest.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The forms in which the state of a step comes.
class MemoTest {
  private static Memo read(String json) {
    return Memo.read(Json.parse(json));
  }

  @Test
  void onlyMemberIsUnwrapped() {
    assertThat(read("{\"data\":null}")).isEqualTo(new Memo.Done(Json.NULL));
    assertThat(read("{\"data\":{\"n\":1}}")).isEqualTo(new Memo.Done(Json.parse("{\"n\":1}")));
    assertThat(read("{\"error\":{\"message\":\"no\"}}")).isInstanceOf(Memo.Failed.class);
    assertThat(read("{\"input\":[7,8]}")).isEqualTo(new Memo.Edited(Json.of(7)));
    assertThat(read("{\"input\":[]}")).isEqualTo(new Memo.Edited(Json.NULL));
  }

  @Test
  void typeThatRepeatsTheNameIsAllowedBeside() {
    assertThat(read("{\"type\":\"data\",\"data\":1}")).isEqualTo(new Memo.Done(Json.of(1)));
    assertThat(read("{\"input\":[7],\"type\":\"input\"}")).isEqualTo(new Memo.Edited(Json.of(7)));
    assertThat(read("{\"type\":\"error\",\"error\":\"no\"}")).isInstanceOf(Memo.Failed.class);
  }

  @Test
  void anythingElseIsTheResultItself() {
    for (String json :
        List.of(
            "null",
            "7",
            "[1]",
            "[{\"data\":1}]",
            "{}",
            "{\"n\":1}",
            "{\"type\":\"data\"}",
            "{\"type\":\"type\"}",
            "{\"type\":\"error\",\"data\":1}",
            "{\"data\":1,\"n\":2}",
            "{\"n\":1,\"type\":\"n\"}",
            "{\"data\":1,\"error\":2}",
            "{\"data\":1,\"error\":2,\"type\":\"data\"}")) {
      assertThat(read(json)).as(json).isEqualTo(new Memo.Done(Json.parse(json)));
    }
  }
}
