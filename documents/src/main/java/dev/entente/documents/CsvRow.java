package dev.entente.documents;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/// One record of a CSV file.
///
/// @param number of its first line
/// @param cells in order; of a record that is too large only the first ones
/// @param isWellFormed false if a quote stands in a cell that is not quoted: RFC 4180 forbids it,
///   and whoever wrote it meant something else than it says
/// @param isTooLarge whether it has more bytes than a document may have
record CsvRow(long number, List<String> cells, boolean isWellFormed, boolean isTooLarge) {
  CsvRow {
    cells = List.copyOf(cells);
  }

  /// Makes rows of what the parser finds, in bounded memory.
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private List<String> cells = new ArrayList<>();
    private boolean isWellFormed = true;
    private long bytes;
    private long lastLine = 1;

    Handler() {}

    /// The first line of the record that was begun last.
    long lastLine() {
      return lastLine;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      lastLine = startingLineNumber;
      cells = new ArrayList<>();
      isWellFormed = true;
      bytes = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      bytes += length + 1L;
      if (bytes <= JsonText.LARGEST) {
        String cell = new String(buffer, offset, length);
        isWellFormed &= quoted || cell.indexOf('"') < 0;
        cells.add(cell);
      }
    }

    @Override
    protected CsvRow buildRecord() {
      return new CsvRow(getStartingLineNumber(), cells, isWellFormed, bytes > JsonText.LARGEST);
    }
  }
}
