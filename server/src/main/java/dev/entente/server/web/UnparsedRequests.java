package dev.entente.server.web;

import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Answers, as problems, the requests that the web server refuses before any filter or route sees
/// them, such as one to an address that cannot be decoded.
@Component
final class UnparsedRequests
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final ObjectProvider<ProblemWriter> problems;

  // The web server is made before most parts are.
  UnparsedRequests(ObjectProvider<ProblemWriter> problems) {
    this.problems = problems;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    server.addContextCustomizers(
        context -> {
          Container host = context.getParent();
          host.getPipeline().addValve(new Refusals(problems));
        });
  }

  /// What the web server calls for a refusal that nobody has answered. Shared by threads.
  private static final class Refusals extends ErrorReportValve {
    private final ObjectProvider<ProblemWriter> problems;

    private Refusals(ObjectProvider<ProblemWriter> problems) {
      this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      boolean isRefusal =
          HttpStatus.Series.resolve(response.getStatus()) == HttpStatus.Series.CLIENT_ERROR;
      if (isRefusal && response.getContentWritten() == 0 && response.setErrorReported()) {
        write(ApiProblem.of(ProblemType.ofStatus(response.getStatus())), request, response);
      }
    }

    private void write(ApiProblem problem, Request request, Response response) {
      try {
        problems.getObject().write(problem, request, response);
        response.finishResponse();
      } catch (IOException _) {
        // the caller left
      }
    }
  }
}
