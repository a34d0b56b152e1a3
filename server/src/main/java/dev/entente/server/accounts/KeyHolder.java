package dev.entente.server.accounts;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Whoever has shown the key.
final class KeyHolder extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  KeyHolder() {
    super(AuthorityUtils.NO_AUTHORITIES);
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return "key";
  }
}
