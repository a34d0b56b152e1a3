package dev.entente.server.pages.postings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NameListTest {
  private static final long SEED = 20_261_130;

  @Test
  void commasAndLineEndsStandBetweenNames() {
    assertThat(NameList.read(" Java ,SQL,, Kafka\r\nGo,Java"))
        .containsExactly("Java", "SQL", "Kafka", "Go");
    assertThat(NameList.read("")).isEmpty();
    assertThat(NameList.read(" , \n,")).isEmpty();
  }

  @Test
  void nameInQuotesMayHoldAnything() {
    assertThat(NameList.read("\"a, \"\"b\"\"\", 5\" disk")).containsExactly("a, \"b\"", "5\" disk");
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    var random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      List<String> names =
          random
              .ints(random.nextInt(5), 1, 6)
              .mapToObj(length -> name(random, length))
              .distinct()
              .toList();

      assertThat(NameList.read(NameList.write(names))).as("seed %d", SEED).isEqualTo(names);
    }
  }

  private static String name(Random random, int length) {
    String middle =
        random
            .ints(length, 0, 6)
            .mapToObj(i -> String.valueOf("ab, \"\n".charAt(i)))
            .collect(Collectors.joining());
    return "\"a".charAt(random.nextInt(2)) + middle + "z";
  }
}
