package dev.entente.server.doctor.database;

import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// How a database is entered, with little patience. Never shows itself.
///
/// @param shown its address without user, password and parameters
record Login(String jdbcUrl, Optional<String> user, Optional<String> password, String shown) {
  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 5;
  private static final int LOGIN_SECONDS = 8;

  /// @throws IllegalArgumentException if the driver cannot read the address
  PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    source.setURL(jdbcUrl);
    user.ifPresent(source::setUser);
    password.ifPresent(source::setPassword);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(LOGIN_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setLogServerErrorDetail(false);
    return source;
  }

  @Override
  public String toString() {
    return shown;
  }
}
