package dev.entente.server.pages;

import dev.entente.server.accounts.Access;
import dev.entente.server.web.Browsers;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Gives every page what its frame shows: the same page in the other language, who looks, and the
/// way out.
final class PageFrame implements HandlerInterceptor {
  private static final String LANGUAGE = "lang=";

  /// What the frame of a page shows.
  ///
  /// @param language of the page
  /// @param french the query that shows the same page in French
  /// @param english likewise
  /// @param path of the page
  /// @param isIn whether whoever looks may see more than the way in
  /// @param isKeyed whether one can sign out
  /// @param person who looks
  record Frame(
      String language,
      String french,
      String english,
      String path,
      boolean isIn,
      boolean isKeyed,
      String person) {}

  private final Access access;

  PageFrame(Access access) {
    this.access = access;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || page.getViewName() == null) {
      return;
    }
    String query = query(request);
    page.addObject(
        "frame",
        new Frame(
            RequestContextUtils.getLocale(request).getLanguage(),
            in(Locale.FRENCH, query),
            in(Locale.ENGLISH, query),
            Browsers.address(request),
            !access.isKeyed() || request.getUserPrincipal() != null,
            access.isKeyed(),
            Access.PERSON));
  }

  // The address stays that of the page which failed.
  private static String query(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Object query =
        failed == null
            ? request.getQueryString()
            : request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
    return query instanceof String text ? text : "";
  }

  private static String in(Locale language, String query) {
    return Stream.concat(
            Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(LANGUAGE)),
            Stream.of(LANGUAGE + language.getLanguage()))
        .collect(Collectors.joining("&", "?", ""));
  }
}
