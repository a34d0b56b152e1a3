package dev.entente.cli.client;

import dev.entente.cli.settings.ServiceAddress;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/// One sentence for an answer that is not the one that was asked for, or for none.
final class Refusal {
  private static final int MOST_PROBLEMS = 3;
  private static final int LONGEST = 600;

  private final ServiceAddress address;
  private final boolean hasKey;
  private final Messages messages;

  /// @param hasKey whether a key is set
  Refusal(ServiceAddress address, boolean hasKey, Messages messages) {
    this.address = address;
    this.hasKey = hasKey;
    this.messages = messages;
  }

  /// @param location where the answer leads to, if it is a redirect
  /// @param body if it is JSON
  CommandFailure of(int status, Optional<String> location, Optional<JsonNode> body) {
    if (status == 401) {
      boolean isWithheld = hasKey && !address.isNamed();
      return failed(isWithheld ? "service.key.withheld" : "service.key.wrong");
    }
    if (status / 100 == 3) {
      return failed("service.redirect", shortened(location.orElse("?")));
    }
    Optional<String> problem = body.flatMap(Refusal::sentence);
    if (problem.isPresent()) {
      return failed(
          status >= 500 ? "service.failed" : "service.refused", status, shortened(problem.get()));
    }
    return status >= 500 ? failed("service.error", status) : foreign(status);
  }

  /// Says why there is no whole answer.
  CommandFailure of(IOException e) {
    String key =
        switch (e) {
          case ConnectException none -> "service.absent";
          case HttpConnectTimeoutException none -> "service.absent";
          case HttpTimeoutException slow -> "service.slow";
          case ProtocolException other -> "service.noHttp";
          case SSLException other -> "service.tls";
          default -> "service.cut";
        };
    return failed(key, IoReason.of(e, messages));
  }

  /// Says that something else answers there, or another version.
  CommandFailure foreign(int status) {
    return failed("service.foreign", status);
  }

  private CommandFailure failed(String key, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(address.url()));
    all.addAll(List.of(arguments));
    return CommandFailure.failed(messages.text(key, all.toArray()));
  }

  // RFC 9457: title and detail, here with a list of problems.
  private static Optional<String> sentence(JsonNode problem) {
    if (!problem.path("title").isString()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(problem.path("title").stringValue()));
    problem.path("detail").stringValueOpt().ifPresent(parts::add);
    problem
        .path("problems")
        .valueStream()
        .limit(MOST_PROBLEMS)
        .map(Refusal::line)
        .forEach(parts::add);
    return Optional.of(String.join(" ", parts));
  }

  /// A problem as `pointer: sentence`.
  static String line(JsonNode problem) {
    String pointer = problem.path("pointer").asString("");
    String detail = problem.path("detail").asString("");
    return pointer.isEmpty() ? detail : shortened(pointer) + ": " + detail;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
