package dev.entente.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of short texts whose columns stand below each other: the first ones begin at the left, the
/// others, numbers, end at the right. Not thread-safe.
public final class TextTable {
  private static final String GAP = "  ";

  private final int leftColumns;
  private final List<List<String>> rows = new ArrayList<>();

  /// Starts without any row.
  ///
  /// @param leftColumns how many columns begin at the left
  public TextTable(int leftColumns) {
    this.leftColumns = leftColumns;
  }

  /// Adds a row.
  ///
  /// @param cells as many as in every other row
  public void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /// The rows as lines, each with its end.
  public String text() {
    return rows.stream().map(this::line).collect(Collectors.joining());
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> cell(row.get(column), column))
        .collect(Collectors.joining(GAP, "", "\n"));
  }

  private String cell(String text, int column) {
    String blanks = " ".repeat(width(column) - length(text));
    return column < leftColumns ? text + blanks : blanks + text;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
