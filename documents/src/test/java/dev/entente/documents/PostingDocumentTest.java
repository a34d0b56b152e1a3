package dev.entente.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.JobPosting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingDocumentTest {
  @TempDir private Path folder;

  @Test
  void exampleIsReadWhole() throws IOException {
    PostingDocument document =
        ((Checked.Valid<PostingDocument>) read(Documents.line(Documents.POSTING))).value();

    assertThat(document.posting().title()).isEqualTo("Développeur Java");
    assertThat(document.posting().active()).isTrue();
    assertThat(document.weights().map(w -> w.at(0))).contains(2500);
  }

  @Test
  void absentWeightsAreNone() throws IOException {
    String posting = Documents.with(Documents.POSTING, "/weights", "null");

    assertThat(((Checked.Valid<PostingDocument>) read(posting)).value().weights()).isEmpty();
  }

  @Test
  void activePostingNeedsADomainAndASkill() throws IOException {
    String posting = "{\"id\":\"p\",\"companyId\":\"c\",\"title\":\"\",\"skills\":[]}";

    assertThat(sentences(posting))
        .isEqualTo(
            Map.of(
                "/skills", "an active posting needs at least one",
                "/domains", "an active posting needs at least one"));
    assertThat(sentences(posting.replace("}", ",\"active\":false}"))).isEmpty();
  }

  @Test
  void blankSkillIsReportedOnceAndNotAsMissing() throws IOException {
    assertThat(sentences(Documents.with(Documents.POSTING, "/skills", "[\" \"]")))
        .isEqualTo(Map.of("/skills/0", "must not be blank"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/companyId | null | /companyId | is required",
        "/companyId | 'é' | /companyId | must be 1 to 128 of",
        "/title | null | /title | is required",
        "/active | 1 | /active | must be true or false",
        "/experienceLevel | 'mid' | /experienceLevel | must be one of ENTRY JUNIOR MID SENIOR LEAD",
        "/workMode | 'HOME' | /workMode | must be one of ONSITE HYBRID REMOTE",
        "/weights | 7 | /weights | must be an object, got: 7",
        "/weights/skills | 2501 | /weights | weights must sum to 10000, sum: 10001",
        "/weights/skills | 0.5 | /weights/skills | must be a whole number, got: 0.5",
        "/weights/skills | 99999999999 | /weights/skills | must be a whole number, got: 99999999999",
        "/weights/luck | 0 | /weights/luck | is not a criterion; criteria: skills domains",
        "/weights/badges | null | /weights | weights of all criteria are required, missing: badges"
      })
  void wrongValueIsNamedWithItsPlace(String at, String json, String pointer, String sentence)
      throws IOException {
    Map<String, String> sentences =
        sentences(Documents.with(Documents.POSTING, at, json.replace('\'', '"')));

    assertThat(sentences).hasSize(1).containsKey(pointer);
    assertThat(sentences.get(pointer)).startsWith(sentence);
  }

  @Test
  void allThatIsWrongWithWeightsIsSaidAtOnce() throws IOException {
    String weights = "{\"skills\":-1,\"luck\":3,\"domains\":\"x\"}";

    assertThat(sentences(Documents.with(Documents.POSTING, "/weights", weights)))
        .containsOnlyKeys("/weights", "/weights/skills", "/weights/luck", "/weights/domains")
        .extractingByKey("/weights")
        .asString()
        .contains("missing: experience", "missing: relevance")
        .doesNotContain("missing: domains", "sum");
  }

  @Test
  void weightsAreTheOnesGiven() throws IOException {
    String weights =
        "{\"skills\":10000,\"domains\":0,\"experience\":0,\"recruiterFeedback\":0,\"training\":0,"
            + "\"progression\":0,\"badges\":0,\"relevance\":0}";
    var document =
        (Checked.Valid<PostingDocument>)
            read(Documents.with(Documents.POSTING, "/weights", weights));

    assertThat(document.value().weights().map(w -> w.at(0))).contains(Weights.SUM);
  }

  @Test
  void longestTextIsTheOneThatAPostingMayHave() {
    assertThat(JobPosting.LONGEST_TEXT).isEqualTo(20_000);
  }

  private Map<String, String> sentences(String line) throws IOException {
    return Documents.sentences(read(line));
  }

  private Checked<PostingDocument> read(String line) throws IOException {
    Path file = folder.resolve("postings.jsonl");
    Files.writeString(file, line);
    try (DocumentFile<PostingDocument> documents = DocumentFile.postings(file)) {
      return documents.next().orElseThrow().document();
    }
  }
}
