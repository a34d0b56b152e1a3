package dev.entente.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Speaks HTTP/1.1 over a socket, one request a connection.
record RawHttp(URI url) {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String CONTINUE = "HTTP/1.1 100";

  /// An answer.
  ///
  /// @param headers by their names in small letters
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    @Override
    public String toString() {
      return status + " " + header("content-type") + " " + RawRequest.shown(body);
    }
  }

  /// Sends a request whole, and reads until the service closes the connection.
  Answer send(RawRequest request) {
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request.bytes());
        socket.shutdownOutput();
      } catch (IOException _) {
        // it has answered before it has read all
      }
      return parsed(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + request, e);
    }
  }

  private static Answer parsed(byte[] bytes) throws IOException {
    String text = new String(bytes, ISO_8859_1);
    if (text.startsWith(CONTINUE)) {
      text = text.substring(text.indexOf("\r\n\r\n") + 4);
    }
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("this is no answer: '" + text + "'");
    }
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, lines[i].substring(colon + 1).replaceFirst("^ ", ""));
    }
    String rest = text.substring(end + 4);
    String body = "chunked".equals(headers.get("transfer-encoding")) ? unchunked(rest) : rest;
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    return new Answer(status, headers, new String(body.getBytes(ISO_8859_1), UTF_8));
  }

  private static String unchunked(String chunks) {
    var body = new ByteArrayOutputStream();
    int position = 0;
    while (true) {
      int lineEnd = chunks.indexOf("\r\n", position);
      int size = Integer.parseInt(chunks.substring(position, lineEnd), 16);
      if (size == 0) {
        return body.toString(ISO_8859_1);
      }
      position = lineEnd + 2;
      body.writeBytes(chunks.substring(position, position + size).getBytes(ISO_8859_1));
      position += size + 2;
    }
  }
}
