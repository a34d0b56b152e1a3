package dev.entente.server.pages.runs.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.engine.view.EngineLogSearch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which lines of a run are shown, and how much of its steps.
///
/// @param q words that a line has; empty for all lines
/// @param level the least one; empty for all
/// @param order `newest` or `oldest` first
/// @param beyond the id of the last line of the page before; 0 for the first page
/// @param steps `all` for all rows of the timeline; empty for those worth a look
record LogQuery(
    @Size(max = 200) String q,
    @Pattern(regexp = "(ERROR|WARN|INFO)?") String level,
    @Pattern(regexp = "(newest|oldest)?") String order,
    @Min(0) @Max(1L << 53) Long beyond,
    @Pattern(regexp = "(all)?") String steps) {
  /// Most lines on a page.
  static final int SIZE = 200;

  private static final String OLDEST = "oldest";
  private static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO");

  LogQuery(
      @Nullable String q,
      @Nullable String level,
      @Nullable String order,
      @Nullable Long beyond,
      @Nullable String steps) {
    this.q = q == null ? "" : q;
    this.level = level == null ? "" : level;
    this.order = order == null || order.isEmpty() ? "newest" : order;
    this.beyond = beyond == null ? Long.valueOf(0) : beyond;
    this.steps = steps == null ? "" : steps;
  }

  /// Asks for one line more than are shown, which tells whether there is a next page.
  EngineLogSearch search() {
    return new EngineLogSearch(
        Arrays.stream(WhiteSpace.collapse(q).split(" ")).filter(word -> !word.isEmpty()).toList(),
        level.isEmpty() ? Set.of() : Set.copyOf(LEVELS.subList(0, LEVELS.indexOf(level) + 1)),
        !order.equals(OLDEST),
        beyond,
        SIZE + 1);
  }

  public boolean isFiltered() {
    return !q.isEmpty() || !level.isEmpty();
  }

  boolean isWhole() {
    return !steps.isEmpty();
  }

  /// The query of the lines behind one.
  ///
  /// @param last its id; 0 for the first page
  String behind(long last) {
    String query =
        Stream.of(
                parameter("q", q),
                parameter("level", level),
                parameter("order", order.equals(OLDEST) ? order : ""),
                parameter("beyond", last > 0 ? String.valueOf(last) : ""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, UTF_8);
  }
}
