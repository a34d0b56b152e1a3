package dev.entente.documents;

/// JSON Pointers (RFC 6901) built from the root down.
final class Pointer {
  private Pointer() {}

  static String child(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String child(String parent, int index) {
    return parent + "/" + index;
  }
}
