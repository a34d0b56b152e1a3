package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {
  @ParameterizedTest
  @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, aarch64"})
  void programsOfThesePlatformsAreThere(String system, String processor) throws IOException {
    try (InputStream archive = Binaries.archive(system, processor)) {
      assertThat(archive.readNBytes(6)).containsExactly(0xFD, '7', 'z', 'X', 'Z', 0);
    }
  }

  @Test
  void platformWithoutProgramsIsToldOfDatabaseUrl() {
    assertThatThrownBy(() -> Binaries.archive("Windows 11", "amd64"))
        .isInstanceOf(PostgresFailure.class)
        .hasMessage(
            "There is no PostgreSQL for this platform here (Windows 11, amd64)."
                + " Set DATABASE_URL to a PostgreSQL server of your own.");
  }
}
