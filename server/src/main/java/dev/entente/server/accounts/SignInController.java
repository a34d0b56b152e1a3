package dev.entente.server.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page where a person shows the key once; a session remembers it.
@Controller
class SignInController {
  private final Access access;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignInController(Access access) {
    this.access = access;
  }

  @GetMapping("/sign-in")
  String page() {
    return access.isKeyed() ? "sign-in" : "redirect:/";
  }

  @PostMapping("/sign-in")
  String signIn(
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!access.admits(key)) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      model.addAttribute("wrong", true);
      return "sign-in";
    }
    request.getSession(true);
    request.changeSessionId();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new KeyHolder());
    sessions.saveContext(context, request, response);
    return "redirect:/";
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return "redirect:/sign-in";
  }
}
