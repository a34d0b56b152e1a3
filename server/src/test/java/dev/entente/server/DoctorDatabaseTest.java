package dev.entente.server;

import static dev.entente.server.doctor.State.BROKEN;
import static dev.entente.server.doctor.State.OK;
import static dev.entente.server.doctor.State.WARNING;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.schema.Schema;
import dev.entente.postgres.PostgresServer;
import dev.entente.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of a user's, each test with one of its own and a role that owns nothing.
class DoctorDatabaseTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final PostgresServer SERVER = TestDatabase.server();
  private static final int PORT = URI.create(SERVER.jdbcUrl().replaceFirst("^jdbc:", "")).getPort();
  private static final String PASSWORD = "open-sesame@#";
  private static final String ENCODED = "open-sesame%40%23";

  @TempDir private Path home;

  private final String database = "doctor" + COUNT.incrementAndGet();
  private final String role = "role_of_" + database;

  @BeforeEach
  void makeDatabaseAndRole() throws SQLException {
    execute("postgres", "CREATE DATABASE " + database);
    execute("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
  }

  private static void execute(String database, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl(database), SERVER.user(), SERVER.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + PORT + "/" + database;
  }

  private void grant(String what) throws SQLException {
    execute(database, "GRANT " + what + " TO " + role);
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(jdbcUrl(database), SERVER.user(), SERVER.password())
        .schemas("entente")
        .defaultSchema("entente")
        .target(version)
        .load()
        .migrate();
  }

  private DataSource source() {
    return new DriverManagerDataSource(jdbcUrl(database), SERVER.user(), SERVER.password());
  }

  private DoctorRun doctor() {
    return doctor("postgres://" + role + ":" + ENCODED + "@127.0.0.1:" + PORT + "/" + database);
  }

  private DoctorRun owner() {
    return doctor(
        "postgres://%s:%s@127.0.0.1:%d/%s"
            .formatted(SERVER.user(), SERVER.password(), PORT, database));
  }

  private DoctorRun doctor(String url) {
    return new DoctorRun(home)
        .withSecret("DATABASE_URL", url)
        .hiding(PASSWORD)
        .hiding(ENCODED)
        .hiding(SERVER.password());
  }

  @Test
  void emptyDatabaseThatMayBeFilledIsFine() throws SQLException {
    grant("CREATE ON DATABASE " + database);

    DoctorRun.Told told = doctor().run();

    assertThat(told.exitCode()).isZero();
    told.says(OK, "database", "PostgreSQL 18", "est jointe");
    told.says(OK, "database.rights", role, "peut créer");
    told.says(WARNING, "database.migrations", "not there yet", "n’existe pas encore");
    told.says(OK, "clock", "the database server", "le serveur de la base");
  }

  @Test
  void migratedDatabaseIsFine() {
    migrate("latest");
    Schema.migrate(source());

    DoctorRun.Told told = owner().run();

    told.says(
        OK, "database.migrations", "as this version needs it", "tel que cette version le veut");
  }

  @Test
  void serverThatIsDownIsTold() throws Exception {
    String port = PlayedServer.deadUrl().replaceFirst(".*:", "");

    doctor("postgres://u:" + ENCODED + "@127.0.0.1:" + port + "/db")
        .run()
        .says(BROKEN, "database", "nobody listens there", "personne n’écoute");
  }

  @Test
  void serverOfAnotherKindIsTold() throws Exception {
    try (var socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerAsNoDatabaseDoes(socket));

      doctor("postgres://u:%s@127.0.0.1:%d/db".formatted(ENCODED, socket.getLocalPort()))
          .run()
          .says(BROKEN, "database", "is no PostgreSQL server", "pas un serveur PostgreSQL");
    }
  }

  private static void answerAsNoDatabaseDoes(ServerSocket socket) {
    try {
      while (true) {
        try (Socket caller = socket.accept()) {
          caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        }
      }
    } catch (IOException e) {
      // the test has ended
    }
  }

  @Test
  void hostThatIsUnknownIsTold() {
    doctor("postgres://u:" + ENCODED + "@no-such-host.invalid/db")
        .run()
        .says(BROKEN, "database", "host name is not known", "nom d’hôte est inconnu");
  }

  @Test
  void passwordThatIsWrongIsTold() {
    doctor("postgres://" + role + ":opensesame@127.0.0.1:" + PORT + "/" + database)
        .hiding("opensesame")
        .run()
        .says(BROKEN, "database", "refuses the user or the password", "mot de passe");
  }

  @Test
  void databaseThatIsMissingIsTold() {
    doctor("postgres://" + role + ":" + ENCODED + "@127.0.0.1:" + PORT + "/nowhere")
        .run()
        .says(BROKEN, "database", "has no database", "n’a pas de base");
  }

  @Test
  void addressThatTheDriverCannotReadIsNotQuoted() {
    doctor("jdbc:postgresql://127.0.0.1:port/db?user=u&password=opensesame")
        .hiding("opensesame")
        .run()
        .says(BROKEN, "database", "no address of a database", "n’est pas l’adresse");
  }

  @Test
  void schemaThatMayNotBeMadeIsTold() {
    DoctorRun.Told told = doctor().run();

    told.says(BROKEN, "database.rights", "GRANT CREATE ON DATABASE", "ne peut créer le schéma");
    assertThat(told.exitCode()).isEqualTo(1);
  }

  @Test
  void tablesThatMayNotBeMadeAreTold() throws SQLException {
    execute(database, "CREATE SCHEMA entente");

    doctor()
        .run()
        .says(
            BROKEN, "database.rights", "GRANT USAGE, CREATE ON SCHEMA", "ne peut créer de tables");
  }

  @Test
  void tablesOfAnotherAreTold() throws SQLException {
    migrate("latest");
    grant("USAGE, CREATE ON SCHEMA entente");

    doctor().run().says(BROKEN, "database.rights", "job_posting", "ne possède pas ceci");
  }

  @Test
  void temporaryTablesThatMayNotBeMadeAreTold() throws SQLException {
    grant("CREATE ON DATABASE " + database);
    execute(database, "REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC");

    doctor().run().says(BROKEN, "database.rights", "GRANT TEMPORARY", "tables temporaires");
  }

  @Test
  void schemaOfANewerVersionIsTold() throws SQLException {
    migrate("latest");
    execute(
        database,
        """
        INSERT INTO entente.flyway_schema_history
        VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'somebody', now(), 1, true)
        """);

    owner().run().says(BROKEN, "database.migrations", "newer version of Entente (V999)", "(V999)");
  }

  @Test
  void schemaOfAnOlderVersionIsTold() {
    migrate("5");

    owner().run().says(WARNING, "database.migrations", "006, 007, 008", "prochain démarrage");
  }

  @Test
  void scriptThatFailedAndScriptThatChangedAreTold() throws SQLException {
    migrate("latest");
    execute(
        database, "UPDATE entente.flyway_schema_history SET checksum = 1 WHERE version = '003'");
    owner().run().says(BROKEN, "database.migrations", "other scripts", "d’autres scripts");

    execute(
        database, "UPDATE entente.flyway_schema_history SET success = false WHERE version = '011'");
    owner().run().says(BROKEN, "database.migrations", "has failed: 011", "a échoué : 011");
  }

  @Test
  void databaseThatTakesNoChangesIsTold() throws SQLException {
    execute(database, "ALTER DATABASE " + database + " SET default_transaction_read_only = on");

    owner().run().says(BROKEN, "database.writable", "read_only", "ne peuvent rien changer");
  }

  @Test
  void isolationThatIsNotTheUsualIsTold() throws SQLException {
    execute(
        database,
        "ALTER DATABASE " + database + " SET default_transaction_isolation = 'serializable'");

    owner().run().says(WARNING, "database.isolation", "\"serializable\"", "« serializable »");
  }

  @Test
  void clockThatIsOffIsTold() {
    owner()
        .withClockAheadBy(Duration.ofSeconds(20))
        .run()
        .says(WARNING, "clock", "ahead of that of the database server", "en avance sur");
    owner()
        .withClockAheadBy(Duration.ofMinutes(-4))
        .run()
        .says(BROKEN, "clock", "behind that of the database server", "en retard sur");
  }
}
