package dev.entente.documents;

import org.jspecify.annotations.Nullable;

/// A JSON Pointer (RFC 6901), built from the root down and written out only where a problem is:
/// every value has a place, and hardly any is told. Immutable.
final class Pointer {
  /// The document as a whole.
  static final Pointer ROOT = new Pointer(null, "", 0);

  private final @Nullable Pointer parent;
  private final @Nullable String name;
  private final int index;

  private Pointer(@Nullable Pointer parent, @Nullable String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  Pointer child(String field) {
    return new Pointer(this, field, 0);
  }

  Pointer child(int place) {
    return new Pointer(this, null, place);
  }

  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String last = name == null ? String.valueOf(index) : escaped(name);
    return parent + "/" + last;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
