package dev.entente.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Tells requests of a browser for a page from those of programs.
public final class Browsers {
  private static final String API = "/api/";

  private Browsers() {}

  /// Tells whether whoever asks reads HTML: browsers name it, programs rarely do. A script of a
  /// page that asks for a part of it does too, but says a problem in its own way.
  public static boolean readHtml(HttpServletRequest request) {
    return request.getHeader("HX-Request") == null
        && String.valueOf(request.getHeader(HttpHeaders.ACCEPT))
            .contains(MediaType.TEXT_HTML_VALUE);
  }

  /// Tells whether a page is to be shown: the API answers in one form to everybody.
  public static boolean showPage(HttpServletRequest request) {
    return readHtml(request) && !address(request).startsWith(API);
  }

  /// The path that was asked for, also while an error about it is answered.
  public static String address(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : request.getRequestURI();
  }
}
