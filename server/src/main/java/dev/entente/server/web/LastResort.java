package dev.entente.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Answers what failed before any route was found or behind all of them, and shows every problem of
/// a page as a page.
@Controller
class LastResort implements ErrorController {
  private final ProblemWriter writer;
  private final MessageSource messages;

  LastResort(ProblemWriter writer, MessageSource messages) {
    this.writer = writer;
    this.messages = messages;
  }

  @RequestMapping("/error")
  @Nullable ModelAndView answer(
      HttpServletRequest request, HttpServletResponse response, Locale language)
      throws IOException {
    if (response.isCommitted()) {
      return null; // a problem would end as a line of what has begun
    }
    ApiProblem problem = problem(request);
    if (!Browsers.showPage(request)) {
      writer.writeJson(problem, request, response);
      return null;
    }
    response.setStatus(problem.type().status());
    ProblemAnswer answer = ProblemAnswer.of(problem, messages, language);
    return new ModelAndView(
        "error", Map.of("problem", answer, "advice", advice(problem, answer, language)));
  }

  private static ApiProblem problem(HttpServletRequest request) {
    if (request.getAttribute(ProblemWriter.PROBLEM) instanceof ApiProblem known) {
      return known;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return ApiProblem.of(ProblemType.ofStatus(status instanceof Integer code ? code : 404));
  }

  // What a program does about it is not always what a person does.
  private String advice(ApiProblem problem, ProblemAnswer answer, Locale language) {
    String key = "page.problem." + problem.type().code();
    Object[] arguments = problem.arguments().toArray();
    return String.valueOf(messages.getMessage(key, arguments, answer.detail(), language));
  }
}
