package dev.entente.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems as answers, for controllers and for filters before them.
@Component
public final class ProblemWriter {
  /// The request's attribute that holds the problem of a page while [LastResort] shows it.
  static final String PROBLEM = ProblemWriter.class.getName() + ".problem";

  private final MessageSource messages;
  private final LocaleResolver languages;
  private final JsonMapper mapper;

  ProblemWriter(MessageSource messages, LocaleResolver languages, JsonMapper mapper) {
    this.messages = messages;
    this.languages = languages;
    this.mapper = mapper;
  }

  /// Writes the whole answer, in the language of the request: a page where a browser asked for one.
  public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Browsers.showPage(request) && request.getDispatcherType() != DispatcherType.ERROR) {
      request.setAttribute(PROBLEM, problem);
      response.sendError(problem.type().status());
    } else {
      writeJson(problem, request, response);
    }
  }

  void writeJson(ApiProblem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemAnswer answer = ProblemAnswer.of(problem, messages, languages.resolveLocale(request));
    response.setStatus(answer.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(mapper.writeValueAsBytes(answer));
  }
}
