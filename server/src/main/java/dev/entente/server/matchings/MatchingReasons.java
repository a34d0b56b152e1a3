package dev.entente.server.matchings;

import dev.entente.documents.PostingDocument;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;
import dev.entente.server.reasons.wording.FactsDigest;
import dev.entente.server.reasons.wording.ReasonPolicy;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The reasons that a model is still to write, and what becomes of them.
@Component
public class MatchingReasons {
  private static final Duration KEPT = Duration.ofDays(90);

  private final StoredPosting.Finder postings;
  private final KnownCandidates candidates;
  private final ReasonRows rows;
  private final ReasonTexts texts;
  private final RankingRows rankings;
  private final MatchingRepository matchings;
  private final ReasonPolicy policy;
  private final InstantSource clock;

  MatchingReasons(
      JdbcTemplate template,
      StoredPosting.Finder postings,
      KnownCandidates candidates,
      MatchingRepository matchings,
      ReasonPolicy policy,
      InstantSource clock) {
    this.postings = postings;
    this.candidates = candidates;
    this.matchings = matchings;
    this.policy = policy;
    this.clock = clock;
    rows = new ReasonRows(template);
    texts = new ReasonTexts(JdbcClient.create(template));
    rankings = new RankingRows(template);
  }

  /// What a model is to write of one list.
  ///
  /// @param title of the posting, as it is written
  /// @param description of the posting
  /// @param facts by the digest of the facts: of several rows with the same facts one
  public record Awaited(
      String postingId,
      String title,
      String description,
      ReasonLanguage language,
      Map<Long, ReasonFacts> facts) {}

  /// What a model is to write of a posting's list; empty if that is nothing, or the posting is not
  /// active. Rows whose facts are not those of the stored documents any more are left out: their
  /// list waits to be ranked again.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<Awaited> awaited(String postingId) {
    return postings
        .find(postingId)
        .filter(StoredPosting::active)
        .flatMap(this::awaited)
        .filter(awaited -> !awaited.facts().isEmpty());
  }

  private Optional<Awaited> awaited(StoredPosting posting) {
    List<ReasonRows.Row> awaited = rows.awaited(posting.id());
    Explainer explainer =
        explainer(posting, awaited.stream().map(ReasonRows.Row::matching).toList());
    ReasonLanguage language = policy.languageOf(posting.companyId());
    return explainer
        .posting()
        .map(PostingDocument::posting)
        .map(
            asked ->
                new Awaited(
                    posting.id(),
                    asked.title(),
                    asked.description(),
                    language,
                    facts(awaited, explainer, new FactsDigest(asked, language, policy))));
  }

  private Explainer explainer(StoredPosting posting, List<MatchingRow> some) {
    return new Explainer(candidates.of(some), Optional.of(posting.document()));
  }

  private static Map<Long, ReasonFacts> facts(
      List<ReasonRows.Row> awaited, Explainer explainer, FactsDigest digests) {
    Map<Long, ReasonFacts> facts = new LinkedHashMap<>();
    for (ReasonRows.Row row : awaited) {
      MatchingRow matching = row.matching();
      explainer
          .facts(matching)
          .filter(one -> digests.of(one, matching.points().confidence()) == row.digest())
          .ifPresent(one -> facts.putIfAbsent(row.digest(), explainer.tell(matching, one)));
    }
    return facts;
  }

  /// Stores what a model has written, where the facts are still the same.
  ///
  /// @param reasons by the digest of their facts
  /// @return how many rows have one of them
  @Transactional
  public int store(String postingId, Map<Long, Reason> reasons) {
    rankings.lockKnown(postingId);
    int stored = 0;
    for (Map.Entry<Long, Reason> reason : reasons.entrySet()) {
      texts.keep(new ReasonTexts.Key(postingId, reason.getKey()), reason.getValue());
      stored += rows.store(postingId, reason.getKey(), reason.getValue());
    }
    return stored;
  }

  /// Leaves rows their templates, and keeps models from being asked about these facts again.
  ///
  /// @param digests of the facts
  /// @return how many rows no model is to write about any more
  @Transactional
  public int giveUp(String postingId, List<Long> digests) {
    rankings.lockKnown(postingId);
    texts.bar(postingId, digests, clock.instant());
    return rows.giveUp(postingId, digests);
  }

  /// How many rows of a list wait for a model.
  public int countAwaited(String postingId) {
    return rows.countAwaited(postingId);
  }

  /// What became of a text that is wrong.
  ///
  /// @param rows that had it, because their facts are the same
  /// @param run that changed the matching's row last; empty if that was an update between runs
  public record Replaced(int rows, Optional<UUID> run) {}

  /// Puts the template where a model has written something wrong, in all rows of the list that have
  /// the same facts, and keeps models from being asked about them again.
  ///
  /// @param id of a matching
  /// @throws ApiProblem if there is no such matching, no model wrote its reason, or the documents
  ///   tell nothing of the pair any more; nothing was changed then
  @Transactional
  public Replaced replaceByTemplate(String id) {
    String postingId = find(id).postingId();
    rankings.lockKnown(postingId);
    MatchingRow row = find(id);
    StoredPosting posting = postings.find(postingId).orElseThrow();
    ReasonLanguage language = policy.languageOf(posting.companyId());
    Reason template =
        explainer(posting, List.of(row))
            .toldNow(row)
            .map(told -> TemplateReasons.reason(told, language, clock.instant()))
            .orElseThrow(() -> ApiProblem.of(ProblemType.REASON_WITHOUT_FACTS, id));
    var facts = new ReasonTexts.Key(postingId, rows.digest(id).orElse(0L));
    int replaced = rows.replace(facts, template);
    if (replaced == 0) {
      throw ApiProblem.of(ProblemType.REASON_BY_TEMPLATE, id);
    }
    texts.bar(postingId, List.of(facts.digest()), clock.instant());
    return new Replaced(replaced, rows.run(id));
  }

  private MatchingRow find(String id) {
    return matchings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }

  /// Deletes texts of facts that no row has, and that are older than 90 days.
  @Transactional
  public void forgetOld() {
    texts.forget(clock.instant().minus(KEPT));
  }
}
