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
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests that a foreign page makes in somebody's browser.
///
/// Without a key, being on this machine is all that is asked for, and any page in a browser here
/// is: so the `Host` must be this machine's (a foreign name may lead here, DNS rebinding). With or
/// without one, an `Origin` must be the host's own, as must `Sec-Fetch-Site`. With one, a proxy may
/// say what the host is called outside (`X-Forwarded-Host`), which no foreign page can.
final class OwnPagesFilter extends OncePerRequestFilter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

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
    if (ownHost && isOwnOrigin(request, host) && isOwnSite(request)) {
      chain.doFilter(request, response);
    } else {
      ProblemType type = access.isKeyed() ? ProblemType.FOREIGN_PAGE : ProblemType.FOREIGN;
      problems.write(ApiProblem.of(type), request, response);
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d*$", "");
  }

  private boolean isOwnOrigin(HttpServletRequest request, String host) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return true;
    }
    try {
      String from = String.valueOf(new URI(origin).getRawAuthority()).toLowerCase(Locale.ROOT);
      return host.equals(from) || (access.isKeyed() && outside(request).equals(from));
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  /// The host as a proxy says that it is called; without one, as the request does.
  private static String outside(HttpServletRequest request) {
    int usual = request.isSecure() ? HTTPS : HTTP;
    String port = request.getServerPort() == usual ? "" : ":" + request.getServerPort();
    return request.getServerName().toLowerCase(Locale.ROOT) + port;
  }

  // A link from elsewhere may be followed, as it changes nothing.
  private static boolean isOwnSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean follows =
        "navigate".equals(request.getHeader("Sec-Fetch-Mode")) && request.getMethod().equals("GET");
    return site == null || OWN_SITES.contains(site) || follows;
  }
}
