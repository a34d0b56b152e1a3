package dev.entente.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/// Remembers the language in which a person asks for a page, for all later ones.
final class LanguageMemory implements HandlerInterceptor {
  private static final Duration LONG = Duration.ofDays(365);

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (Browsers.showPage(request)) {
      Languages.asked(request)
          .ifPresent(
              language ->
                  response.addHeader(HttpHeaders.SET_COOKIE, cookie(language, request.isSecure())));
    }
    return true;
  }

  private static String cookie(Locale language, boolean isSecure) {
    return ResponseCookie.from(Languages.COOKIE, language.getLanguage())
        .path("/")
        .maxAge(LONG)
        .sameSite("Lax")
        .httpOnly(true)
        .secure(isSecure)
        .build()
        .toString();
  }
}
