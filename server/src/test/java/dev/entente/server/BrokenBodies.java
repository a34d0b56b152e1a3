package dev.entente.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Bodies of which nothing, or next to nothing, can be read.
final class BrokenBodies {
  private static final int DEEP = 20_000;
  private static final List<String> CELLS =
      List.of(
          "",
          "a",
          "é",
          "\"",
          "\"\"",
          "\"x;y\"",
          "{\"a\":1}",
          "[]",
          "\u0000",
          "true",
          ";",
          " ",
          "\"{\"\"a\"\":1}\"",
          "\"\n\"",
          "\"[\"");

  private BrokenBodies() {}

  /// No documents, each in its own way.
  ///
  /// @param document one that is right, as text
  static List<byte[]> json(String document, Random random) {
    String rest = document.substring(1);
    List<byte[]> bodies = new ArrayList<>();
    for (String text :
        List.of(
            "",
            " \t",
            "not JSON",
            "null",
            "true",
            "42",
            "\"text\"",
            "[]",
            "[" + document + "]",
            document + document,
            document + "]",
            "{'id':'x'}",
            "{\"id\":NaN," + rest,
            "{/* no */" + rest,
            "{,",
            "{\"id\":\"x\",\"id\":\"x\"," + rest,
            "{\"attributes\":{\"a\":1,\"b\":{\"c\":1,\"c\":2}}}",
            "{\"" + "n".repeat(1_001) + "\":1," + rest,
            "{\"attributes\":" + "9".repeat(1_001) + "," + rest,
            "{\"attributes\":{\"n\":1e99999999999}," + rest,
            "{\"attributes\":" + "[".repeat(600) + "]".repeat(600) + "," + rest,
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            "{\"id\":\"\\u12\"}",
            "{\"id\":\"a\u0000b\"}",
            "{\"id\":\"a\tb\"}")) {
      bodies.add(text.getBytes(UTF_8));
    }
    byte[] right = document.getBytes(UTF_8);
    bodies.add(Arrays.copyOf(right, random.nextInt(1, right.length)));
    bodies.add(document.getBytes(UTF_16));
    bodies.addAll(brokenEncodings(right, random));
    return bodies;
  }

  private static List<byte[]> brokenEncodings(byte[] right, Random random) {
    List<byte[]> bodies = new ArrayList<>();
    for (String bytes :
        List.of(
            "\u00FF",
            "\u00C0\u0080",
            "\u00ED\u00A0\u0080",
            "\u00E2\u0082",
            "\u00F5\u0080\u0080\u0080")) {
      int at = random.nextInt(right.length + 1);
      var broken = new ByteArrayOutputStream();
      broken.write(right, 0, at);
      broken.writeBytes(bytes.getBytes(ISO_8859_1));
      broken.write(right, at, right.length - at);
      bodies.add(broken.toByteArray());
    }
    return bodies;
  }

  /// Anything between a table and noise.
  ///
  /// @param columns that a header may name
  static byte[] csv(List<String> columns, Random random) {
    var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    int width = random.nextInt(5);
    for (int i = 0; i < width; i++) {
      boolean isUnknown = random.nextInt(6) == 0;
      text.append(isUnknown ? cell(random) : columns.get(random.nextInt(columns.size())))
          .append(',');
    }
    text.append("id\r\n");
    for (int row = random.nextInt(6); row > 0; row--) {
      for (int i = 0; i < width + random.nextInt(-1, 2); i++) {
        text.append(cell(random)).append(',');
      }
      text.append(cell(random)).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String cell(Random random) {
    return CELLS.get(random.nextInt(CELLS.size()));
  }
}
