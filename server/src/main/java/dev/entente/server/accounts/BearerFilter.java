package dev.entente.server.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Admits requests that bear the key, `Authorization: Bearer KEY` (RFC 6750 2.1).
final class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Access access;

  BearerFilter(Access access) {
    this.access = access;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String presented = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (presented != null
        && presented.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && access.admits(presented.substring(SCHEME.length()))) {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new KeyHolder());
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
