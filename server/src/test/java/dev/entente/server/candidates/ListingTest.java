package dev.entente.server.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ListingTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static Listing listing(String document) {
    return Listing.of(JSON.readTree(document));
  }

  @Test
  void wordsAreThoseBetweenBlanksAndTheirParts() {
    Listing listing =
        listing(
            """
            {"id": "c-7", "firstName": "Jean-Pierre", "email": "jp@example.org", "headline": "C++ (Java)"}
            """);

    assertThat(listing.words())
        .containsExactlyInAnyOrder(
            "jean-pierre",
            "jean",
            "pierre",
            "jp@example.org",
            "jp",
            "example",
            "org",
            "c++",
            "c",
            "(java)",
            "java",
            "c-7",
            "7");
  }

  @Test
  void longWordsAreCut() {
    assertThat(listing("{\"id\": \"c\", \"headline\": \"%s\"}".formatted("🙂".repeat(190))).words())
        .allSatisfy(
            word ->
                assertThat(word.codePointCount(0, word.length()))
                    .isLessThanOrEqualTo(Listing.LONGEST_WORD));
  }

  @Test
  void namelessPeopleStandBehindAllNames() {
    Listing nameless = listing("{\"id\": \"a\", \"firstName\": \" \"}");

    assertThat(nameless.name()).isNull();
    assertThat(nameless.sorted())
        .isGreaterThan(listing("{\"id\":\"b\",\"lastName\":\"Žižek\"}").sorted());
  }
}
