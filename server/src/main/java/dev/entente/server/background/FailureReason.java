package dev.entente.server.background;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;

/// Why something failed, short enough for a report and without any data of a person: the database's
/// details quote rows, so they are left out.
public final class FailureReason {
  private static final int LONGEST = 300;

  private FailureReason() {}

  /// Says why, in at most 301 characters.
  public static String of(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String reason =
        switch (cause) {
          case PSQLException database ->
              "database: "
                  + Optional.ofNullable(database.getServerErrorMessage())
                      .map(ServerErrorMessage::getMessage)
                      .orElseGet(() -> "no answer (" + database.getSQLState() + ")");
          case ReportableFailure failed -> failed.reason();
          default -> cause.getClass().getSimpleName();
        };
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
  }
}
