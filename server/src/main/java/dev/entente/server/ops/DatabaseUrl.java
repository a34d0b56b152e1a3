package dev.entente.server.ops;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a PostgreSQL server of the user's is, as drivers of Java and of other languages write it:
/// `jdbc:postgresql://host/db?…` or `postgres://user:password@host:5432/db?sslmode=…`.
///
/// @param jdbcUrl for the driver, without user and password where those stood before the host
/// @param user empty where the address names none
/// @param password likewise
public record DatabaseUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
  private static final String JDBC = "jdbc:postgresql:";

  // The driver would take a user for a part of the host, and show it.
  private static final Pattern JDBC_WITH_LOGIN = Pattern.compile("[^?]*@.*");

  /// Reads an address.
  ///
  /// @return empty if it has another form
  public static Optional<DatabaseUrl> parse(String text) {
    if (text.startsWith(JDBC)) {
      return JDBC_WITH_LOGIN.matcher(text).matches()
          ? Optional.empty()
          : Optional.of(new DatabaseUrl(text, Optional.empty(), Optional.empty()));
    }
    try {
      var url = new URI(text);
      boolean known = "postgres".equals(url.getScheme()) || "postgresql".equals(url.getScheme());
      return known && url.getHost() != null && url.getRawFragment() == null
          ? Optional.of(of(url))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static DatabaseUrl of(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String[] user =
        url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    return new DatabaseUrl(
        JDBC + "//" + url.getHost() + port + path + query,
        user.length > 0 ? Optional.of(decode(user[0])) : Optional.empty(),
        user.length > 1 ? Optional.of(decode(user[1])) : Optional.empty());
  }

  // In this part of an address a plus is a plus.
  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Tells whether a text repeats the address, and so perhaps a password.
  public boolean isRepeatedIn(String text) {
    return text.contains(JDBC) || text.contains(jdbcUrl.substring(JDBC.length()));
  }

  /// Shows neither user nor password, nor parameters, which may hold them too.
  @Override
  public String toString() {
    return jdbcUrl.replaceFirst("\\?.*", "");
  }
}
