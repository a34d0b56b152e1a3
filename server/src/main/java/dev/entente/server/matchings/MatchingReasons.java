package dev.entente.server.matchings;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;
import dev.entente.server.reasons.wording.FactsDigest;
import dev.entente.server.reasons.wording.PostingWords;
import dev.entente.server.reasons.wording.ReasonPolicy;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The reasons that a model is still to write, and what becomes of them.
@Component
public class MatchingReasons {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final StoredPosting.Finder postings;
  private final KnownCandidates candidates;
  private final ReasonRows rows;
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
    if (!(FORM.reread(posting.document())
        instanceof Checked.Valid<PostingDocument>(var document))) {
      return Optional.empty();
    }
    ReasonLanguage language = policy.languageOf(posting.companyId());
    return Optional.of(
        new Awaited(
            posting.id(),
            document.posting().title(),
            document.posting().description(),
            language,
            facts(posting, document, language)));
  }

  private Map<Long, ReasonFacts> facts(
      StoredPosting posting, PostingDocument document, ReasonLanguage language) {
    List<ReasonRows.Row> awaited = rows.awaited(posting.id());
    List<MatchingRow> matchings = awaited.stream().map(ReasonRows.Row::matching).toList();
    var explainer = new Explainer(candidates.of(matchings), Optional.of(posting.document()));
    var digests = new FactsDigest(document.posting(), language, policy);
    var words = new PostingWords(document);
    Map<Long, ReasonFacts> facts = new LinkedHashMap<>();
    for (ReasonRows.Row row : awaited) {
      int confidence = row.matching().points().confidence();
      Optional<MatchingFacts> found = explainer.facts(row.matching());
      found
          .filter(one -> digests.of(one, confidence) == row.digest())
          .ifPresent(one -> facts.putIfAbsent(row.digest(), words.tell(one, confidence)));
    }
    return facts;
  }

  /// Gives rows the reason that a model has written of the same facts in the same list.
  ///
  /// @return how many rows got one
  @Transactional
  public int reuse(String postingId) {
    rankings.lock(List.of(postingId));
    return rows.reuse(postingId, clock.instant());
  }

  /// Stores what a model has written, where the facts are still the same.
  ///
  /// @param reasons by the digest of their facts
  /// @return how many rows have one of them
  @Transactional
  public int store(String postingId, Map<Long, Reason> reasons) {
    rankings.lock(List.of(postingId));
    int stored = 0;
    for (Map.Entry<Long, Reason> reason : reasons.entrySet()) {
      stored += rows.store(postingId, reason.getKey(), reason.getValue());
    }
    return stored;
  }

  /// Puts the template where a model has written something wrong.
  ///
  /// @return the run that changed the row last; empty if that was an update between runs
  /// @throws ApiProblem if there is no such matching, no model wrote its reason, or the documents
  ///   tell nothing of the pair any more; nothing was changed then
  @Transactional
  public Optional<UUID> replaceByTemplate(String id) {
    MatchingRow row = find(id);
    rankings.lock(List.of(row.postingId()));
    StoredPosting posting = postings.find(row.postingId()).orElseThrow();
    ReasonLanguage language = policy.languageOf(posting.companyId());
    String text =
        facts(posting, row)
            .map(facts -> TemplateReasons.write(facts, language))
            .orElseThrow(() -> ApiProblem.of(ProblemType.REASON_WITHOUT_FACTS, id));
    if (!rows.replace(id, text, language, clock.instant())) {
      throw ApiProblem.of(ProblemType.REASON_BY_TEMPLATE, id);
    }
    return rows.run(id);
  }

  private MatchingRow find(String id) {
    return matchings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }

  private Optional<ReasonFacts> facts(StoredPosting posting, MatchingRow row) {
    return FORM.reread(posting.document()) instanceof Checked.Valid<PostingDocument>(var document)
        ? new Explainer(candidates.of(List.of(row)), Optional.of(posting.document()))
            .factsNow(row)
            .map(facts -> new PostingWords(document).tell(facts, row.points().confidence()))
        : Optional.empty();
  }

  /// Leaves rows the reasons that they have.
  ///
  /// @param digests of the facts
  /// @return how many rows no model is to write about any more
  @Transactional
  public int giveUp(String postingId, List<Long> digests) {
    rankings.lock(List.of(postingId));
    return rows.giveUp(postingId, digests);
  }

  /// Leaves all rows of a posting the reasons that they have.
  ///
  /// @return how many they are
  @Transactional
  public int giveUpAll(String postingId) {
    rankings.lock(List.of(postingId));
    return rows.giveUpAll(postingId);
  }
}
