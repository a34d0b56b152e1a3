package dev.entente.server.web;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Reads bodies that are one document.
public final class RequestBodies {
  private RequestBodies() {}

  /// Reads no more of a body than a document may have, and one byte, which tells that it is larger.
  ///
  /// @throws IOException if the caller leaves
  public static byte[] read(HttpServletRequest request) throws IOException {
    return request.getInputStream().readNBytes(DocumentForm.LARGEST + 1);
  }

  /// Reads and checks a body.
  ///
  /// @throws ApiProblem with all that is wrong
  /// @throws IOException if the caller leaves
  public static <T> T read(HttpServletRequest request, DocumentForm<T> form) throws IOException {
    return switch (form.check(read(request))) {
      case Checked.Valid<T>(var value) -> value;
      case Checked.Invalid<T>(var problems) -> throw ApiProblem.document(problems);
    };
  }

  /// Reads and checks a body that may be missing: there is none where neither a byte comes nor JSON
  /// is announced.
  ///
  /// @throws ApiProblem with all that is wrong, or if it is something else than JSON
  /// @throws IOException if the caller leaves
  public static <T> Optional<T> readOptional(HttpServletRequest request, DocumentForm<T> form)
      throws IOException {
    if (isJson(request)) {
      return Optional.of(read(request, form));
    }
    // Of a form nothing is left to be read: it is taken for parameters.
    if (request.getContentLengthLong() > 0 || read(request).length > 0) {
      throw ApiProblem.of(ProblemType.UNSUPPORTED_TYPE);
    }
    return Optional.empty();
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    try {
      return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.valueOf(type));
    } catch (InvalidMediaTypeException e) {
      throw ApiProblem.of(ProblemType.UNSUPPORTED_TYPE);
    }
  }
}
