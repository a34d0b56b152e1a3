package dev.entente.documents;

import dev.entente.documents.ByteLines.ByteLine;
import dev.entente.documents.Problem.Kind;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Names of skills or domains, one a line, under the rules that names in documents have.
public final class NameLines implements Closeable {
  private static final int LARGEST = 1 << 16;

  private final ByteLines lines;

  /// Reads names from a stream; a byte order mark is passed over.
  ///
  /// @throws IOException if reading fails
  public NameLines(InputStream in) throws IOException {
    lines = new ByteLines(ByteOrderMark.skip(new BufferedInputStream(in)), LARGEST);
  }

  /// Reads the next name; empty at the end.
  ///
  /// @throws IOException if reading fails
  public Optional<Line<String>> next() throws IOException {
    return lines.next().map(line -> new Line<>(line.number(), read(line)));
  }

  private static Checked<String> read(ByteLine line) {
    return line.bytes()
        .map(bytes -> JsonText.decode(bytes, ""))
        .map(NameLines::checked)
        .orElseGet(() -> JsonText.invalid("", Kind.TOO_LARGE, LARGEST));
  }

  private static Checked<String> checked(Checked<String> decoded) {
    if (!(decoded instanceof Checked.Valid<String>(var text))) {
      return decoded;
    }
    var problems = new Problems();
    var value = new Value(JsonNodeFactory.instance.stringNode(text), Pointer.ROOT, problems);
    IllegalCharacters.check(value);
    Optional<String> name = Values.name(value);
    return problems.count() == 0 && name.isPresent()
        ? new Checked.Valid<>(name.get())
        : new Checked.Invalid<>(problems.all());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
