package dev.entente.server.web;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

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
}
