package dev.entente.server.reasons.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.ReasonLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The texts of `reasons.txt`, word for word.
class TemplateReasonsTest {
  @ParameterizedTest
  @MethodSource("cases")
  void factsBecomeSentences(TemplateCase given) {
    String french = TemplateReasons.write(given.facts(), ReasonLanguage.FRENCH);
    String english = TemplateReasons.write(given.facts(), ReasonLanguage.ENGLISH);

    assertThat(french).isEqualTo(given.french());
    assertThat(english).isEqualTo(given.english());
  }

  static List<TemplateCase> cases() {
    return TemplateCase.all();
  }

  @Test
  void everyCaseHasATitleOfItsOwn() {
    assertThat(cases()).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    assertThat(cases().stream().map(TemplateCase::title)).doesNotHaveDuplicates();
  }
}
