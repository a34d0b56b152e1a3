package dev.entente.server.pages.postings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostingFormTest {
  private static final String STORED =
      """
      {"id":"p","companyId":"acme","title":" Java ","description":"a\\r\\nb","domains":["Back-end"],\
      "skills":["Java","a, b"],"contractType":"OURS","active":true,\
      "weights":{"skills":10000},"attributes":{"rate":1.50,"big":12345678901234567890123}}""";

  private static PostingForm stored() {
    return PostingForm.of(STORED, 7);
  }

  @Test
  void formThatNobodyTouchedChangesNothing() {
    assertThat(stored().on(STORED)).hasToString(STORED);
  }

  @Test
  void emptyFieldIsAbsentAndOthersStayAsTheyWereWritten() {
    PostingForm form = stored();
    var changed =
        new PostingForm(
            form.id(),
            form.companyId(),
            "Kotlin",
            form.description(),
            form.domains(),
            "Kotlin, \"a, b\"",
            form.niceToHaveSkills(),
            form.experienceLevel(),
            "",
            form.workMode(),
            form.location(),
            null,
            form.revision());

    assertThat(changed.on(STORED))
        .hasToString(
            STORED
                .replace("\" Java \"", "\"Kotlin\"")
                .replace("[\"Java\",", "[\"Kotlin\",")
                .replace("\"contractType\":\"OURS\",", "")
                .replace("\"active\":true", "\"active\":false"));
  }

  @Test
  void emptyFormIsOfAnActivePosting() {
    assertThat(PostingForm.empty().isActive()).isTrue();
    assertThat(PostingForm.empty().on("{}")).hasToString("{}");
  }
}
