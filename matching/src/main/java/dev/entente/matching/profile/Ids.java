package dev.entente.matching.profile;

import java.util.regex.Pattern;

/// The form that ids given by a platform share.
///
/// It is ASCII, so that the order of `String` is the order by code points that rankings need.
public final class Ids {
  /// 1 to 128 letters, digits, dots, underscores, colons and hyphens.
  public static final String REGEX = "[A-Za-z0-9._:-]{1,128}";

  /// The same, compiled.
  public static final Pattern FORM = Pattern.compile(REGEX);

  private Ids() {}

  static void require(String kind, String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(kind + " must match " + FORM + ", got: " + value);
    }
  }
}
