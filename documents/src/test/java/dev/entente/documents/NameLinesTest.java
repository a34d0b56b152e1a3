package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NameLinesTest {
  @Test
  void eachLineIsANameOrAProblem() throws IOException {
    String input =
        "\u00ef\u00bb\u00bfJava\r\n \n\u00ff\n"
            + "x".repeat(201)
            + "\n"
            + "x".repeat(70_000)
            + "\n\0\nSQL";
    NameLines lines = new NameLines(new ByteArrayInputStream(input.getBytes(ISO_8859_1)));

    assertThat(lines.next()).contains(new Line<>(1, new Checked.Valid<>("Java")));
    assertThat(problem(lines)).isEqualTo("must not be blank");
    assertThat(problem(lines)).startsWith("is not UTF-8");
    assertThat(problem(lines)).isEqualTo("may have 200 code points, has 201");
    assertThat(problem(lines)).isEqualTo("may have 65536 bytes, has more");
    assertThat(problem(lines)).isEqualTo("must not hold U+0000");
    assertThat(lines.next()).contains(new Line<>(7, new Checked.Valid<>("SQL")));
    assertThat(lines.next()).isEmpty();
  }

  private static String problem(NameLines lines) throws IOException {
    return Documents.sentences(lines.next().orElseThrow().document()).getOrDefault("", "none");
  }
}
