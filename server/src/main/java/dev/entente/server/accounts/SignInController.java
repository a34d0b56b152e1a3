package dev.entente.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The page where a person shows the key once; a session remembers it.
@Controller
class SignInController {
  static final String PATH = "/sign-in";

  private static final String HOME = "/";

  /// Where a person wanted to go.
  ///
  /// @param to a path of this service with its query; anything else leads home
  record Destination(@Nullable String to) {
    // A second slash, or a backslash that browsers read as one, would lead to another host.
    private static final String OWN_PATH = "/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]{0,2000}";

    String path() {
      return to != null && to.matches(OWN_PATH) ? to : HOME;
    }
  }

  private final Access access;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignInController(Access access) {
    this.access = access;
  }

  /// The address of the page that leads on to what is asked for.
  static String pathBackTo(HttpServletRequest request) {
    String query = request.getQueryString();
    String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
    return asked.equals(HOME)
        ? PATH
        : PATH + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
  }

  @GetMapping(PATH)
  ModelAndView page(Destination destination) {
    return access.isKeyed() ? form(destination, false) : redirect(HOME);
  }

  @PostMapping(PATH)
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String key,
      Destination destination,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!access.admits(key)) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return form(destination, true);
    }
    request.getSession(true);
    request.changeSessionId();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new KeyHolder());
    sessions.saveContext(context, request, response);
    return redirect(destination.path());
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return redirect(PATH);
  }

  private static ModelAndView form(Destination destination, boolean isWrong) {
    return new ModelAndView("sign-in", Map.of("to", destination.path(), "wrong", isWrong));
  }

  private static ModelAndView redirect(String path) {
    var view = new RedirectView(path);
    view.setExpandUriTemplateVariables(false); // a path may hold braces
    return new ModelAndView(view);
  }
}
