package dev.entente.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what failed before any route was found or behind all of them.
@Controller
class LastResort implements ErrorController {
  private final ProblemWriter writer;

  LastResort(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    writer.write(
        ApiProblem.of(ProblemType.ofStatus(status instanceof Integer code ? code : 404)),
        request,
        response);
  }
}
