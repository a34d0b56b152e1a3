package dev.entente.inngest.settings;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that the server and an app share. Immutable; never shows itself.
///
/// With or without a prefix such as `signkey-prod-`: a self-hosted server has keys without one.
public final class SigningKey {
  private static final Pattern FORM = Pattern.compile("(signkey-\\w+-)?((?:[0-9a-fA-F]{2})+)");
  private static final String MAC = "HmacSHA256";

  private final String prefix;
  private final String key;

  private SigningKey(String prefix, String key) {
    this.prefix = prefix;
    this.key = key;
  }

  /// Reads a key.
  ///
  /// @param what is named in the refusal, such as the variable that the text comes from
  /// @throws IllegalArgumentException if it is no key; the text is not told
  public static SigningKey of(String what, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          what
              + " is no signing key: it is an even number of hexadecimal digits, with or without a"
              + " prefix such as signkey-prod-");
    }
    return new SigningKey(form.group(1) == null ? "" : form.group(1), form.group(2));
  }

  /// What the app shows the server's API in the place of the key: the SHA-256 of the bytes that the
  /// digits stand for, with the same prefix.
  public String bearer() {
    return prefix + hash();
  }

  /// The same without the prefix, which a self-hosted server accepts as well: as secret as the key.
  public String hash() {
    return HexFormat.of().formatHex(EventKey.sha256(HexFormat.of().parseHex(key)));
  }

  /// The first digits of the hash: enough to tell keys apart, too few to use as one.
  ///
  /// @return 12 hexadecimal digits
  public String fingerprint() {
    return hash().substring(0, 12);
  }

  /// HMAC-SHA256 of a body and the time behind it. The key is the text of its digits, not the bytes
  /// that they stand for.
  ///
  /// @param seconds since 1970
  /// @return 64 hexadecimal digits
  String sign(byte[] body, String seconds) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), MAC));
      mac.update(body);
      return HexFormat.of().formatHex(mac.doFinal(seconds.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no " + MAC, e);
    }
  }

  /// Never shows the key.
  @Override
  public String toString() {
    return "SigningKey[…]";
  }
}
