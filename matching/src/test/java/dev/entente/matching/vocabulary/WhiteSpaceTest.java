package dev.entente.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WhiteSpaceTest {
  @Test
  void blankMeansTheUnicodePropertyForEveryCodePoint() {
    Pattern property = Pattern.compile("\\p{IsWhite_Space}");

    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String text = Character.toString(codePoint);
      assertThat(WhiteSpace.isBlank(text))
          .as("U+%04X", codePoint)
          .isEqualTo(property.matcher(text).matches());
    }
  }

  @Test
  void emptyIsBlankAndHasNoLength() {
    assertThat(WhiteSpace.isBlank("")).isTrue();
    assertThat(WhiteSpace.trimmedLength("")).isZero();
    assertThat(WhiteSpace.trimmedLength(" \u2003 ")).isZero();
  }

  @Test
  void trimmedLengthCountsCodePointsBetweenTheEnds() {
    assertThat(WhiteSpace.trimmedLength("\u0085 a 😀\t\u3000")).isEqualTo(3);
  }

  @Test
  void runsBecomeOneBlankAndEndsAreCut() {
    assertThat(WhiteSpace.collapse("\u2028a \u00A0\tb\u3000")).isEqualTo("a b");
    assertThat(WhiteSpace.collapse("\t")).isEmpty();
  }
}
