package dev.entente.server.pages.postings;

import dev.entente.matching.vocabulary.Folding;
import dev.entente.server.postings.StoredPosting;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Ids for job postings that have none yet, made of their titles.
@Component
final class ProposedIds {
  // What is the form in an address, and what browsers take out of it.
  private static final Set<String> NO_ADDRESSES = Set.of("new", ".", "..");

  private static final int LONGEST = 60;
  private static final int MOST = 100;
  private static final String PLAIN = "posting";
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  private final StoredPosting.Finder postings;

  ProposedIds(StoredPosting.Finder postings) {
    this.postings = postings;
  }

  /// Tells whether the posting of an id could not be reached on pages.
  static boolean isNoAddress(String id) {
    return NO_ADDRESSES.contains(id);
  }

  /// An id that no posting has at this moment.
  ///
  /// @param title may be empty
  String propose(String title) {
    String made = made(title);
    List<String> ids =
        Stream.concat(
                Stream.of(made), IntStream.range(2, MOST).mapToObj(number -> made + "-" + number))
            .toList();
    Set<String> taken = postings.activity(ids).keySet();
    return ids.stream()
        .filter(id -> !taken.contains(id) && !isNoAddress(id))
        .findFirst()
        .orElse("");
  }

  private static String made(String title) {
    String made = OTHERS.matcher(Folding.of(title)).replaceAll("-");
    String cut = ENDS.matcher(made).replaceAll("");
    String id = cut.substring(0, Math.min(LONGEST, cut.length()));
    String ended = ENDS.matcher(id).replaceAll("");
    return ended.isEmpty() ? PLAIN : ended;
  }
}
