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
import dev.entente.documents.Problem;
import dev.entente.documents.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The readings of one file of documents, each from its first line to its last.
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
  /// @param taker takes each valid document
  /// @throws CommandFailure if the file cannot be read to its end
  void check(String progressKey, Consumer<T> taker) {
    read(progressKey, taker, wrong::add);
    wrong.sayRest();
  }

  /// How many lines the check found wrong.
  int invalid() {
    return wrong.count();
  }

  /// Reads all documents again, passing over what is wrong.
  ///
  /// @throws CommandFailure if the file cannot be read to its end or is another one than before
  void repeat(String progressKey, Consumer<T> taker) {
    read(progressKey, taker, (number, problems) -> {});
    try {
      if (file.hasChanged()) {
        throw CommandFailure.failed(terminal.messages().text("input.changed", file.name()));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private interface Reporter {
    void line(long number, List<Problem> problems);
  }

  private void read(String progressKey, Consumer<T> taker, Reporter reporter) {
    try (DocumentFile<T> documents = opening.open(file.path());
        var progress = new Progress(terminal, progressKey, file.bytes())) {
      Optional<Line<T>> line = documents.next();
      for (; line.isPresent(); line = documents.next()) {
        switch (line.get().document()) {
          case Checked.Valid<T>(var document) -> taker.accept(document);
          case Checked.Invalid<T>(var problems) -> {
            progress.erase();
            reporter.line(line.get().number(), problems);
          }
        }
        progress.document(documents.bytesRead());
      }
    } catch (UnreadableFileException e) {
      ProblemLines.print(terminal, file.name(), e.line(), e.problems());
      throw CommandFailure.failed(terminal.messages().text("input.stopped", file.name()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CommandFailure unreadable(IOException e) {
    return CommandFailure.failed(
        terminal
            .messages()
            .text("input.unreadable", file.name(), IoReason.of(e, terminal.messages())));
  }
}
