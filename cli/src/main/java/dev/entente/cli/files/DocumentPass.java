package dev.entente.cli.files;

import dev.entente.cli.streams.InputFile;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.ProblemLines;
import dev.entente.cli.terminal.Progress;
import dev.entente.cli.terminal.Terminal;
import dev.entente.cli.terminal.WrongLines;
import dev.entente.documents.Checked;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.Line;
import dev.entente.documents.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/// The reading of one file of documents, from its first line to its last.
final class DocumentPass<T> {
  private final InputFile file;
  private final Opening<T> opening;
  private final Terminal terminal;
  private final WrongLines wrong;

  /// Opens the documents of a file.
  interface Opening<T> {
    DocumentFile<T> open(Path path) throws IOException;
  }

  DocumentPass(InputFile file, Opening<T> opening, Terminal terminal) {
    this.file = file;
    this.opening = opening;
    this.terminal = terminal;
    wrong = new WrongLines(terminal, file.name());
  }

  /// Reads all documents and tells of each line that is wrong, up to a hundred lines.
  ///
  /// @param work done with each valid document, by several threads
  /// @param taker takes what the work gave, in the order of the lines
  /// @throws CommandFailure if the file cannot be read to its end
  <R> void read(String progressKey, Function<T, R> work, Consumer<R> taker) {
    try (DocumentFile<T> documents = opening.open(file.path());
        var progress = new Progress(terminal, progressKey, file.bytes())) {
      documents.forEach(
          work,
          line -> {
            take(line, taker, progress);
            progress.document(documents.bytesRead());
          });
    } catch (UnreadableFileException e) {
      ProblemLines.print(terminal, file.name(), e.line(), e.problems());
      throw CommandFailure.failed(terminal.messages().text("input.stopped", file.name()));
    } catch (IOException e) {
      throw CommandFailure.failed(
          terminal
              .messages()
              .text("input.unreadable", file.name(), IoReason.of(e, terminal.messages())));
    }
    wrong.sayRest();
  }

  private <R> void take(Line<R> line, Consumer<R> taker, Progress progress) {
    switch (line.document()) {
      case Checked.Valid<R>(var document) -> taker.accept(document);
      case Checked.Invalid<R>(var problems) -> {
        progress.erase();
        wrong.add(line.number(), problems);
      }
    }
  }

  /// How many lines were wrong.
  int invalid() {
    return wrong.count();
  }
}
