package dev.entente.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.accounts.SignInController.Destination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInControllerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/postings/p-3", "/?q=java&page=2", "/matchings/a%20b?lang=fr#skills"})
  void pathsOfThisServiceAreFollowed(String path) {
    assertThat(new Destination(path).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postings",
        "//example.org",
        "/\\example.org",
        "/a\\b",
        "/a\r\nSet-Cookie: x=y",
        "/a b",
        "/é",
        "https://example.org/",
        "javascript:alert(1)"
      })
  void anythingElseLeadsHome(String path) {
    assertThat(new Destination(path).path()).isEqualTo("/");
  }

  @Test
  void withoutAnAimOneGoesHome() {
    assertThat(new Destination(null).path()).isEqualTo("/");
  }
}
