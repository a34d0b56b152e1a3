package dev.entente.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/// Turns whatever a route throws into a problem: nothing a caller can do gives a stack trace.
@RestControllerAdvice
class ApiProblemHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiProblemHandler.class);

  private final ProblemWriter writer;

  ApiProblemHandler(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  void any(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      breakOff(e, request);
      return;
    }
    response.resetBuffer();
    ApiProblem problem = problem(e);
    if (problem.type() == ProblemType.DEFECT) {
      LOG.error("defect: {} {}", request.getMethod(), request.getRequestURI(), e);
    }
    if (e instanceof ErrorResponse known) {
      HttpHeaders headers = known.getHeaders(); // such as Allow
      headers.forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    }
    if (problem.type().passes()) {
      LOG.warn("not now: {}: {}", problem.type().code(), e.getMessage());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
    writer.write(problem, request, response);
  }

  // Part of an answer must not pass for the whole: what is thrown on closes the connection.
  private static void breakOff(Exception e, HttpServletRequest request) throws Exception {
    if (e instanceof IOException) {
      LOG.debug("caller left: {}", e.toString());
      return;
    }
    LOG.error("answer breaks off: {} {}", request.getMethod(), request.getRequestURI(), e);
    throw e;
  }

  private ApiProblem problem(Exception e) {
    return switch (e) {
      case ApiProblem problem -> problem;
      case ErrorResponse known ->
          ApiProblem.of(ProblemType.ofStatus(known.getStatusCode().value()));
      case InvalidParameterException _, RequestRejectedException _, MultipartException _ ->
          ApiProblem.of(ProblemType.BAD_REQUEST);
      case IOException _ -> brokenOff(e);
      case PessimisticLockingFailureException _ -> ApiProblem.of(ProblemType.BUSY);
      case DataAccessResourceFailureException _,
          TransientDataAccessException _,
          CannotCreateTransactionException _,
          TransactionSystemException _ ->
          ApiProblem.of(ProblemType.UNAVAILABLE);
      default -> ApiProblem.of(ProblemType.DEFECT);
    };
  }

  // Routes read and write nothing but the connection.
  private static ApiProblem brokenOff(Exception e) {
    LOG.debug("body breaks off: {}", e.toString());
    return ApiProblem.of(ProblemType.BAD_REQUEST);
  }
}
