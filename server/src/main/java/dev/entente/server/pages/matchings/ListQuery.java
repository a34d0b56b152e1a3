package dev.entente.server.pages.matchings;

import dev.entente.documents.MatchingStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a list is sorted and what of it is shown; the rest of its page's address.
///
/// @param sort `rank`, the id of a criterion, `confidence`, `name` or `latest`; absent is `rank`
/// @param status only these, all where absent
/// @param criterion the id of one that must have `least` points
/// @param least of 100 points; absent is 0
/// @param complete whether only those are shown who miss no required skill
record ListQuery(
    @Pattern(regexp = "|rank|confidence|name|latest|" + CRITERIA) String sort,
    List<@NotNull MatchingStatus> status,
    @Pattern(regexp = "|" + CRITERIA) String criterion,
    @Pattern(regexp = "|\\d{1,2}|100") String least,
    Boolean complete) {
  static final String CRITERIA =
      "skills|domains|experience|recruiterFeedback|training|progression|badges|relevance";
  static final String RANK = "rank";

  ListQuery(
      @Nullable String sort,
      @Nullable List<MatchingStatus> status,
      @Nullable String criterion,
      @Nullable String least,
      @Nullable Boolean complete) {
    this.sort = sort == null || sort.isEmpty() ? RANK : sort;
    this.status = status == null ? List.of() : status.stream().distinct().toList();
    this.criterion = criterion == null ? "" : criterion;
    this.least = least == null ? "" : least;
    this.complete = complete != null && complete;
  }

  /// Fewest hundredths of a point that the criterion must have.
  int leastScore() {
    return least.isEmpty() ? 0 : 100 * Integer.parseInt(least);
  }

  /// Tells whether something of the list may be hidden.
  public boolean isFilter() {
    return !status.isEmpty() || complete || (!criterion.isEmpty() && leastScore() > 0);
  }

  /// The same as it stands in an address behind the question mark; empty where nothing is asked.
  public String text() {
    List<String> parts = new ArrayList<>();
    if (!sort.equals(RANK)) {
      parts.add("sort=" + sort);
    }
    status.forEach(one -> parts.add("status=" + one));
    if (!criterion.isEmpty() && leastScore() > 0) {
      parts.addAll(List.of("criterion=" + criterion, "least=" + least));
    }
    Stream.of("complete=true").filter(_ -> complete).forEach(parts::add);
    return String.join("&", parts);
  }
}
