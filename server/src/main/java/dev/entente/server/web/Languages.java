package dev.entente.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language of a request: `?lang=`, else the one a person chose before, else what the browser
/// prefers; French or English.
final class Languages extends AcceptHeaderLocaleResolver {
  /// Remembers what a person chose.
  static final String COOKIE = "lang";

  Languages() {
    setSupportedLocales(List.of(Locale.ENGLISH, Locale.FRENCH));
    setDefaultLocale(Locale.ENGLISH);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return asked(request).or(() -> chosen(cookie(request))).orElseGet(() -> preferred(request));
  }

  private Locale preferred(HttpServletRequest request) {
    try {
      return super.resolveLocale(request);
    } catch (RequestRejectedException e) {
      return Locale.ENGLISH; // what cannot be read is refused in a language nevertheless
    }
  }

  /// The language a person asks for with this request, if it is one of ours.
  static Optional<Locale> asked(HttpServletRequest request) {
    try {
      return chosen(request.getParameter(ParameterCheck.LANGUAGE));
    } catch (InvalidParameterException | RequestRejectedException e) {
      return Optional.empty();
    }
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("a language is asked for with each request");
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  private static Optional<Locale> chosen(@Nullable String language) {
    return switch (language) {
      case "fr" -> Optional.of(Locale.FRENCH);
      case "en" -> Optional.of(Locale.ENGLISH);
      case null, default -> Optional.empty();
    };
  }
}
