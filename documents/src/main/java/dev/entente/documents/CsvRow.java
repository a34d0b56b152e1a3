package dev.entente.documents;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/// One record of a CSV file.
///
/// @param number of its first line
/// @param cells in order
/// @param isWellFormed false if a quote stands in a cell that is not quoted: RFC 4180 forbids it,
///   and whoever wrote it meant something else than it says
record CsvRow(long number, List<String> cells, boolean isWellFormed) {
  CsvRow {
    cells = List.copyOf(cells);
  }

  /// Makes rows of what the parser finds.
  static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private List<String> cells = new ArrayList<>();
    private boolean isWellFormed = true;

    Handler() {}

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new ArrayList<>();
      isWellFormed = true;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      String cell = new String(buffer, offset, length);
      isWellFormed &= quoted || cell.indexOf('"') < 0;
      cells.add(cell);
    }

    @Override
    protected CsvRow buildRecord() {
      return new CsvRow(getStartingLineNumber(), cells, isWellFormed);
    }
  }
}
