package dev.entente.server.accounts;

import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.Browsers;
import dev.entente.server.web.ProblemType;
import dev.entente.server.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// The one place that decides who may call.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  private static final String CONTENT =
      "default-src 'self'; img-src 'self' data:; style-src 'self'%s;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  private static final String POLICY = CONTENT.formatted("");

  // The API's page is not ours: its styles are in its scripts, and so count as inline.
  private static final String POLICY_OF_API_PAGE = CONTENT.formatted(" 'unsafe-inline'");

  private static final String[] OPEN = {
    "/health",
    "/health/liveness",
    "/health/readiness",
    SignInController.PATH,
    "/sign-out",
    "/style.css",
    "/theme.js",
    "/favicon.svg",
    "/icons.svg",
    "/vendor/*",
    "/pages/*",
    "/api/inngest" // its caller signs with a key of its own
  };

  private final Access access;
  private final ProblemWriter problems;

  AccessConfiguration(Access access, ProblemWriter problems) {
    this.access = access;
    this.problems = problems;
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
    http.csrf(csrf -> csrf.disable()) // OwnPagesFilter refuses what a foreign page sends
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(headers -> headers.addHeaderWriter(AccessConfiguration::writePolicy))
        .anonymous(Customizer.withDefaults())
        .addFilterBefore(new OwnPagesFilter(access, problems), SecurityContextHolderFilter.class)
        .exceptionHandling(refused -> refused.authenticationEntryPoint(this::ask));
    if (access.isKeyed()) {
      http.addFilterBefore(new BearerFilter(access), AuthorizationFilter.class)
          .authorizeHttpRequests(
              requests ->
                  requests
                      // the page about a refusal, and the end of an answer that was admitted
                      .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                      .permitAll()
                      .requestMatchers(OPEN)
                      .permitAll()
                      .anyRequest()
                      .authenticated());
    } else {
      http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }
    return http.build();
  }

  private static void writePolicy(HttpServletRequest request, HttpServletResponse response) {
    boolean isApiPage = request.getRequestURI().startsWith("/api/");
    response.setHeader("Content-Security-Policy", isApiPage ? POLICY_OF_API_PAGE : POLICY);
  }

  private void ask(HttpServletRequest request, HttpServletResponse response, Exception refused)
      throws IOException {
    if (request.getMethod().equals("GET") && Browsers.readHtml(request)) {
      response.sendRedirect(SignInController.pathBackTo(request));
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    problems.write(ApiProblem.of(ProblemType.UNAUTHENTICATED), request, response);
  }

  /// Answers requests whose address or headers could mislead whoever reads them.
  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return (request, response, rejected) ->
        problems.write(ApiProblem.of(ProblemType.BAD_REQUEST), request, response);
  }

  /// There are no users, and so no default one with a password in the log.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("there are no users");
    };
  }
}
