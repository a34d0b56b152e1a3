package dev.entente.server.accounts;

import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import dev.entente.server.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests that a foreign page makes in somebody's browser.
///
/// Without a key, being on this machine is all that is asked for, and any page in a browser here
/// is: so the `Host` must be this machine's (a foreign name may lead here, DNS rebinding). With or
/// without one, an `Origin` must be the host's own, as must `Sec-Fetch-Site`.
final class OwnPagesFilter extends OncePerRequestFilter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Access access;
  private final ProblemWriter problems;

  OwnPagesFilter(Access access, ProblemWriter problems) {
    this.access = access;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = String.valueOf(request.getHeader(HttpHeaders.HOST)).toLowerCase(Locale.ROOT);
    boolean ownHost = access.isKeyed() || LOOPBACK.contains(withoutPort(host));
    if (ownHost && isOwnOrigin(request.getHeader(HttpHeaders.ORIGIN), host) && isOwnSite(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(ApiProblem.of(ProblemType.FOREIGN), request, response);
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d*$", "");
  }

  private static boolean isOwnOrigin(@Nullable String origin, String host) {
    if (origin == null) {
      return true;
    }
    try {
      return host.equals(
          String.valueOf(new URI(origin).getRawAuthority()).toLowerCase(Locale.ROOT));
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  // A link from elsewhere may be followed, as it changes nothing.
  private static boolean isOwnSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean follows =
        "navigate".equals(request.getHeader("Sec-Fetch-Mode")) && request.getMethod().equals("GET");
    return site == null || OWN_SITES.contains(site) || follows;
  }
}
