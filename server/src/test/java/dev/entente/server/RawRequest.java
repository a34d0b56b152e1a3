package dev.entente.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/// A request byte by byte, also one that no client would send.
///
/// All texts are ISO 8859-1, one byte a character.
///
/// @param target as it stands in the first line
/// @param headers whole lines, beside those that every request has
record RawRequest(String method, String target, List<String> headers, String body) {
  private static final int SHOWN = 600;

  static RawRequest of(String method, String target) {
    return new RawRequest(method, target, List.of(), "");
  }

  RawRequest with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new RawRequest(method, target, List.copyOf(more), body);
  }

  RawRequest sending(String type, byte[] content) {
    return new RawRequest(method, target, headers, new String(content, ISO_8859_1))
        .with("Content-Type: " + type);
  }

  RawRequest sending(String type, String content) {
    return sending(type, content.getBytes(UTF_8));
  }

  /// What goes over the wire.
  byte[] bytes() {
    var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    addUnlessSet(head, "Host", "127.0.0.1");
    addUnlessSet(head, "Connection", "close");
    if (!body.isEmpty() || !List.of("GET", "HEAD").contains(method)) {
      addUnlessSet(head, "Content-Length", String.valueOf(body.length()));
    }
    return head.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
  }

  private void addUnlessSet(StringBuilder head, String name, String value) {
    boolean isSet =
        headers.stream().anyMatch(header -> header.regionMatches(true, 0, name, 0, name.length()));
    boolean isInTheWay =
        name.equals("Content-Length")
            && headers.stream().anyMatch(header -> header.startsWith("Transfer-Encoding"));
    if (!isSet && !isInTheWay) {
      head.append(name).append(": ").append(value).append("\r\n");
    }
  }

  @Override
  public String toString() {
    return shown(method + " " + target)
        + " "
        + shown(headers.toString())
        + " "
        + shown(new String(body.getBytes(ISO_8859_1), UTF_8));
  }

  static String shown(String text) {
    return text.length() > SHOWN
        ? text.substring(0, SHOWN) + "… (" + text.length() + " characters)"
        : text;
  }
}
