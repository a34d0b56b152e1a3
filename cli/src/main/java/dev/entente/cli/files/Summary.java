package dev.entente.cli.files;

import dev.entente.cli.terminal.Terminal;
import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.ranking.Ranking;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a person should know of a finished ranking: how much there is, and which postings found
/// nobody and why.
final class Summary {
  private static final int SHOWN_POSTINGS = 20;

  private Summary() {}

  static void print(List<Ranking> rankings, Terminal terminal) {
    int matchings = rankings.stream().mapToInt(ranking -> ranking.matchings().size()).sum();
    terminal.say("summary.done", rankings.size(), matchings);
    List<Ranking> empty = rankings.stream().filter(r -> r.matchings().isEmpty()).toList();
    empty.stream().limit(SHOWN_POSTINGS).forEach(ranking -> explain(ranking, terminal));
    if (empty.size() > SHOWN_POSTINGS) {
      terminal.say("summary.more", empty.size() - SHOWN_POSTINGS);
    }
  }

  private static void explain(Ranking ranking, Terminal terminal) {
    if (ranking.ineligible().isEmpty()) {
      terminal.say("summary.noCandidate", ranking.posting().value());
      return;
    }
    String reasons =
        Arrays.stream(Reason.values())
            .filter(ranking.ineligible()::containsKey)
            .map(r -> terminal.messages().text("reason." + r, ranking.ineligible().get(r)))
            .collect(Collectors.joining(", "));
    terminal.say("summary.nobody", ranking.posting().value(), reasons);
  }
}
