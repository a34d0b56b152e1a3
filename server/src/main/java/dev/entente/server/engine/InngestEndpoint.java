package dev.entente.server.engine;

import dev.entente.inngest.serve.ServeHandler;
import dev.entente.inngest.serve.ServeRequest;
import dev.entente.inngest.serve.ServeResponse;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import dev.entente.server.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/// The one route of Inngest's protocol, for all methods.
///
/// No controller: a controller's parameters are checked, which would refuse those of the protocol,
/// and read the body, which is signed byte by byte.
@Component(ServedFunctions.PATH)
final class InngestEndpoint implements HttpRequestHandler {
  private final Optional<ServeHandler> handler;
  private final String reason;
  private final ProblemWriter problems;

  InngestEndpoint(ServedFunctions functions, EngineChoice choice, ProblemWriter problems) {
    reason = choice.reason();
    handler = functions.handler();
    this.problems = problems;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (handler.isEmpty()) {
      problems.write(ApiProblem.of(ProblemType.INNGEST_IS_OFF, reason), request, response);
      return;
    }
    ServeResponse answer = answer(handler.get(), request);
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  private static ServeResponse answer(ServeHandler handler, HttpServletRequest request)
      throws IOException {
    Optional<byte[]> body = ServeRequest.readBody(request.getInputStream());
    return body.map(
            bytes ->
                handler.handle(
                    ServeRequest.of(request.getMethod(), url(request), headers(request), bytes)))
        .orElseGet(handler::refuseLarge);
  }

  // As a proxy says that the service is called outside, where the service believes proxies.
  private static URI url(HttpServletRequest request) {
    String query = request.getQueryString();
    String path = request.getRequestURL().toString();
    try {
      return new URI(query == null ? path : path + "?" + query);
    } catch (URISyntaxException e) {
      return URI.create(
          ServedFunctions.PATH); // the web server lets signs through that no address has
    }
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }
}
